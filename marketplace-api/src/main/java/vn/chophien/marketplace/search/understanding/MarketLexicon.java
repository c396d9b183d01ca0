package vn.chophien.marketplace.search.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.chophien.marketplace.place.FormerPlace;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.place.Province;
import vn.chophien.vietnamese.Lexicon;
import vn.chophien.vietnamese.LexiconEntry;
import vn.chophien.vietnamese.LexiconName;
import vn.chophien.vietnamese.VietnameseText;

/** The words of the market, the places of the country, and the words for what can be demanded. */
final class MarketLexicon {

    static final String PROVINCES = "provinces:";
    private static final String FORMER = "former:";

    private static final Map<String, List<String>> OTHER_NAMES = Map.ofEntries(
            Map.entry("Hồ Chí Minh", List.of("Sài Gòn", "Saigon", "HCM", "TPHCM", "TP HCM", "TP Hồ Chí Minh")),
            Map.entry("Hà Nội", List.of("Hanoi", "HN", "Thủ đô")),
            Map.entry("Huế", List.of("Thừa Thiên Huế", "Cố đô Huế", "xứ Huế")),
            Map.entry(
                    "Đắk Lắk",
                    List.of(
                            "Daklak",
                            "Đắc Lắc",
                            "Đăk Lăk",
                            "Đắk Lăk",
                            "Buôn Ma Thuột",
                            "Ban Mê Thuột",
                            "Ban Mê",
                            "BMT",
                            "Buôn Mê Thuột")),
            Map.entry("Đắk Nông", List.of("Đăk Nông", "Đắc Nông", "Daknong")),
            Map.entry("Bắc Kạn", List.of("Bắc Cạn")),
            Map.entry("Đà Nẵng", List.of("Danang")),
            Map.entry("Bà Rịa - Vũng Tàu", List.of("Vũng Tàu", "Bà Rịa", "Côn Đảo")),
            Map.entry("Khánh Hòa", List.of("Nha Trang", "Cam Ranh")),
            Map.entry("Lâm Đồng", List.of("Đà Lạt", "Dalat", "Bảo Lộc", "Di Linh")),
            Map.entry("Bình Thuận", List.of("Phan Thiết")),
            Map.entry("Ninh Thuận", List.of("Phan Rang")),
            Map.entry("Kiên Giang", List.of("Phú Quốc", "Rạch Giá", "Hà Tiên")),
            Map.entry("Quảng Ninh", List.of("Hạ Long", "Cô Tô", "Móng Cái")),
            Map.entry("Lào Cai", List.of("Sa Pa", "Sapa", "Bắc Hà")),
            Map.entry("Bình Định", List.of("Quy Nhơn")),
            Map.entry("Gia Lai", List.of("Pleiku")),
            Map.entry("Quảng Nam", List.of("Hội An")),
            Map.entry("Hà Giang", List.of("Đồng Văn")),
            Map.entry("Nghệ An", List.of("xứ Nghệ")),
            Map.entry("Bến Tre", List.of("xứ dừa")),
            Map.entry("Thanh Hóa", List.of("xứ Thanh")));

    private static final Map<String, List<String>> PARTS = Map.of(
            "TDMNPB", List.of("Tây Bắc", "Đông Bắc", "Việt Bắc", "trung du miền núi phía Bắc", "vùng cao Tây Bắc"),
            "DBSH", List.of("đồng bằng sông Hồng", "đồng bằng Bắc Bộ", "Red River Delta"),
            "BTB", List.of("Bắc Trung Bộ"),
            "NTBTN", List.of("Nam Trung Bộ"),
            "DNB", List.of("Đông Nam Bộ"),
            "DBSCL",
                    List.of("miền Tây", "đồng bằng sông Cửu Long", "Cửu Long", "Tây Nam Bộ", "Mekong Delta", "Mekong"));

    /** What people call the three parts of the country, in regions of the catalogue. */
    private static final Map<String, List<String>> THIRDS = Map.of(
            "miền Bắc", List.of("TDMNPB", "DBSH"),
            "Northern Vietnam", List.of("TDMNPB", "DBSH"),
            "miền Trung", List.of("BTB", "NTBTN"),
            "Central Vietnam", List.of("BTB", "NTBTN"),
            "miền Nam", List.of("DNB", "DBSCL"),
            "Southern Vietnam", List.of("DNB", "DBSCL"));

    private static final List<String> HIGHLANDS = List.of("Đắk Lắk", "Gia Lai", "Lâm Đồng", "Quảng Ngãi");

    private static final Map<String, List<String>> ATTRIBUTES = Map.of(
            "cert:huu-co",
                    List.of("hữu cơ", "organic", "organically grown", "organics", "canh tác hữu cơ", "chuẩn hữu cơ"),
            "cert:vietgap", List.of("VietGAP", "Viet GAP", "chuẩn VietGAP"),
            "cert:globalgap", List.of("GlobalGAP", "Global GAP"),
            "cert:haccp", List.of("HACCP", "chuẩn HACCP"),
            "cert:iso", List.of("ISO", "ISO 22000", "ISO 9001"),
            "cert:halal", List.of("Halal"),
            "gift",
                    List.of(
                            "quà Tết",
                            "biếu Tết",
                            "quà biếu Tết",
                            "làm quà Tết",
                            "tặng Tết",
                            "Tet gift",
                            "Tet gifts",
                            "Lunar New Year gift",
                            "Lunar New Year gifts",
                            "Tet",
                            "Tết",
                            "dịp Tết",
                            "ngày Tết",
                            "Lunar New Year",
                            "quà năm mới"),
            "season",
                    List.of(
                            "đang mùa",
                            "đúng mùa",
                            "đang vào mùa",
                            "mùa này",
                            "vào mùa",
                            "trong mùa",
                            "in season",
                            "seasonal",
                            "in season now",
                            "đang vụ",
                            "theo mùa"),
            "stock", List.of("còn hàng", "in stock", "available now", "có sẵn", "sẵn hàng"));

    private MarketLexicon() {}

    static Lexicon of(Lexicon words, Places places) {
        var more = new ArrayList<LexiconName>();
        provinces(places).forEach((name, codes) -> more.addAll(place(PROVINCES + String.join(",", codes), name)));
        former(places, more);
        ATTRIBUTES.forEach((id, names) -> names.forEach(
                name -> more.add(new LexiconName(LexiconEntry.attribute(id), name, false, isEnglish(name)))));
        return words.with(more);
    }

    private static Map<String, List<String>> provinces(Places places) {
        var codes = new LinkedHashMap<String, List<String>>();
        places.provinces().forEach(province -> codes.put(province.nameVi(), List.of(province.code())));
        PARTS.forEach((region, names) -> names.forEach(name -> codes.put(
                name,
                codesOf(places.provinces().stream()
                        .filter(province -> province.regionCode().equals(region))))));
        THIRDS.forEach((name, regions) -> codes.put(
                name,
                codesOf(places.provinces().stream().filter(province -> regions.contains(province.regionCode())))));
        codes.put(
                "Tây Nguyên",
                codesOf(places.provinces().stream().filter(province -> HIGHLANDS.contains(province.nameVi()))));
        codes.put("Central Highlands", codes.getOrDefault("Tây Nguyên", List.of()));
        return codes;
    }

    private static List<String> codesOf(Stream<Province> provinces) {
        return provinces.map(Province::code).toList();
    }

    private static void former(Places places, List<LexiconName> more) {
        var codes = new LinkedHashMap<FormerKey, TreeSet<String>>();
        for (FormerPlace place : places.formerPlaces()) {
            codes.computeIfAbsent(new FormerKey(place.nameVi(), place.province()), unseen -> new TreeSet<>())
                    .add(place.provinceCode());
        }
        codes.forEach((key, provinces) -> {
            var joined = String.join(",", provinces);
            if (places.provinceNamed(key.name()).isEmpty()) {
                more.addAll(place(FORMER + joined, key.name()));
            }
            if (key.province()) {
                OTHER_NAMES
                        .getOrDefault(key.name(), List.of())
                        .forEach(name -> more.addAll(place(FORMER + joined, name)));
            }
        });
    }

    /** Of a name in a language of the Highlands the last word is enough: “R'Lấp” for Đắk R'Lấp. */
    private static List<LexiconName> place(String id, String name) {
        var entry = LexiconEntry.place(id);
        var last = name.substring(name.lastIndexOf(' ') + 1);
        return last.contains("'") && !last.equals(name)
                ? List.of(new LexiconName(entry, name, false, false), new LexiconName(entry, last, false, false))
                : List.of(new LexiconName(entry, name, false, false));
    }

    private static boolean isEnglish(String name) {
        return !VietnameseText.hasMarks(name);
    }

    private record FormerKey(String name, boolean province) {}
}
