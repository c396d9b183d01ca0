package vn.chophien.marketplace.settlement.membership;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds members by what is typed for them: first with its marks, then without, so that Hoa and Hòa stay two people. */
final class MemberNames {

    private final Map<String, List<Member>> written;
    private final Map<String, List<Member>> folded;

    MemberNames(List<Member> members) {
        written = by(members, MemberNames::written);
        folded = by(members, DeliveryTable::folded);
    }

    /** None when nobody is called that, several when the text does not tell them apart. */
    List<Member> called(String text) {
        return written.getOrDefault(written(text), folded.getOrDefault(DeliveryTable.folded(text), List.of()));
    }

    private static Map<String, List<Member>> by(List<Member> members, UnaryOperator<String> key) {
        return members.stream().collect(Collectors.groupingBy(member -> key.apply(member.name())));
    }

    private static String written(String name) {
        return Normalizer.normalize(name.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }
}
