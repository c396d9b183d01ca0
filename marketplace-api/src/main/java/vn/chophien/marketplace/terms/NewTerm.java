package vn.chophien.marketplace.terms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.seller.SellerType;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** A row as an operator enters it. What its kind needs, and what it never reads, is checked here, so that the form can name each field. */
record NewTerm(
        @NotNull TermKind kind,
        @Nullable SellerType sellerType,
        @Size(max = 200) @Nullable String categoryPath,
        @Min(1) @Max(5) @Nullable Integer ocopStars,
        @Size(max = 60) @Nullable String subject,
        @Min(0) @Max(10_000) @Nullable Integer basisPoints,
        @Min(0) @Nullable Long amount,
        @Min(0) @Nullable Long cap,
        @Nullable String choice,
        @NotBlank @Size(max = 500) String reference,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo) {

    Term term(LocalDate today) {
        var errors = errors();
        if (!errors.isEmpty()) {
            throw RequestProblem.invalid(errors.toArray(FieldProblem[]::new));
        }
        return new Term(
                UuidV7.next(),
                kind,
                sellerType == null ? null : sellerType.name(),
                textOrNull(categoryPath),
                ocopStars,
                subject == null ? null : textOrNull(subject.toUpperCase(Locale.ROOT)),
                basisPoints,
                amount,
                cap,
                textOrNull(choice),
                reference.strip(),
                today,
                validFrom,
                validTo);
    }

    List<FieldProblem> errors() {
        var errors = new ArrayList<FieldProblem>();
        var said = said();
        said.stream()
                .filter(field -> !kind.reads(field))
                .forEach(field -> errors.add(new FieldProblem(field.wire(), "term-field-unread")));
        kind.needs()
                .filter(field -> !said.contains(field))
                .ifPresent(field -> errors.add(new FieldProblem(field.wire(), "required")));
        if (said.contains(TermField.CHOICE)
                && kind.reads(TermField.CHOICE)
                && !choices().contains(textOrNull(choice))) {
            errors.add(new FieldProblem(TermField.CHOICE.wire(), "invalid"));
        }
        checkRange(TermField.AMOUNT, amount, errors);
        checkRange(TermField.CAP, cap, errors);
        if (cap != null && amount != null && cap < amount) {
            errors.add(new FieldProblem(TermField.CAP.wire(), "invalid"));
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            errors.add(new FieldProblem("valid_to", "invalid"));
        }
        return errors;
    }

    private Set<TermField> said() {
        var said = EnumSet.noneOf(TermField.class);
        for (var field : TermField.values()) {
            if (value(field) != null) {
                said.add(field);
            }
        }
        return said;
    }

    private @Nullable Object value(TermField field) {
        return switch (field) {
            case SELLER_TYPE -> sellerType;
            case CATEGORY_PATH -> textOrNull(categoryPath);
            case OCOP_STARS -> ocopStars;
            case SUBJECT -> textOrNull(subject);
            case BASIS_POINTS -> basisPoints;
            case AMOUNT -> amount;
            case CAP -> cap;
            case CHOICE -> textOrNull(choice);
        };
    }

    private Set<String> choices() {
        return switch (kind) {
            case REFUND_COMMISSION, REFUND_GATEWAY_FEE, COD_REMITTANCE ->
                Set.of(Bearer.PLATFORM.name(), Bearer.SELLER.name());
            case VAT_METHOD -> Set.of("CREDIT", "DIRECT");
            case VAT_RATE -> Set.of("NOT_SUBJECT");
            case COMMISSION,
                    WITHHELD_VAT,
                    WITHHELD_PIT,
                    GATEWAY_FEE,
                    RETURN_WINDOW_DAYS,
                    LEGAL_RETURN_DAYS,
                    SHOP_ANSWER_DAYS,
                    APPEAL_DAYS,
                    FEE_NOTICE_DAYS,
                    WITHHOLD_ON_DIRECT_MONEY,
                    TAX_RETURN_DUE_DAY,
                    FEE_INVOICE_DUE_DAY -> Set.of();
        };
    }

    private void checkRange(TermField field, @Nullable Long number, List<FieldProblem> errors) {
        var range = kind.amount();
        if (number != null && kind.reads(field) && !range.allows(number)) {
            errors.add(new FieldProblem(
                    field.wire(), "term-amount", Map.of("least", range.least(), "most", range.most())));
        }
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
