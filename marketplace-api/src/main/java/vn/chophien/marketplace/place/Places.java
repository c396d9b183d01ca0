package vn.chophien.marketplace.place;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** The provinces and communes of Vietnam in force, in the order of their codes. Immutable. */
@Component
public final class Places {
    private final Map<String, Province> provinces;
    private final Map<String, Commune> communes;
    private final Map<String, List<Commune>> communesByProvince;
    private final NameIndex<Province> provinceNames;
    private final Map<String, NameIndex<Commune>> communeNames;
    private final List<FormerPlace> formerPlaces = read("former-places.csv", Places::formerPlace);

    public Places() {
        this(read("provinces.csv", Places::province), read("communes.csv", Places::commune));
    }

    private Places(List<Province> provinces, List<Commune> communes) {
        this.provinces = byCode(provinces, Province::code);
        this.communes = byCode(communes, Commune::code);
        this.communesByProvince = communes.stream().collect(Collectors.groupingBy(Commune::provinceCode));
        this.provinceNames = new NameIndex<>(provinces, Province::nameVi, Province::fullNameVi);
        this.communeNames = communesByProvince.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new NameIndex<>(entry.getValue(), Commune::nameVi, Commune::fullNameVi)));
    }

    public List<Province> provinces() {
        return List.copyOf(provinces.values());
    }

    public Optional<Province> province(String code) {
        return Optional.ofNullable(provinces.get(code));
    }

    /** The communes of a province, none for an unknown one. */
    public List<Commune> communes(String provinceCode) {
        return communesByProvince.getOrDefault(provinceCode, List.of());
    }

    public Collection<Commune> communes() {
        return communes.values();
    }

    public Optional<Commune> commune(String code) {
        return Optional.ofNullable(communes.get(code));
    }

    /** Provinces and districts from before the reform of 2025, under each province of today that a part of them lies in. */
    public List<FormerPlace> formerPlaces() {
        return formerPlaces;
    }

    /** The province of a name, with or without the kind of unit and diacritics; empty when it could be two. */
    public Optional<Province> provinceNamed(String name) {
        return provinceNames.find(name);
    }

    /** The commune of a name within a province, as forgiving as {@link #provinceNamed}; empty when it could be two. */
    public Optional<Commune> communeNamed(String provinceCode, String name) {
        return Optional.ofNullable(communeNames.get(provinceCode)).flatMap(names -> names.find(name));
    }

    private static <T> Map<String, T> byCode(List<T> places, Function<T, String> code) {
        var byCode = new LinkedHashMap<String, T>();
        places.forEach(place -> byCode.put(code.apply(place), place));
        return byCode;
    }

    private static Province province(CSVRecord row) {
        return new Province(
                row.get("code"),
                row.get("name_vi"),
                row.get("name_en"),
                row.get("full_name_vi"),
                row.get("full_name_en"),
                row.get("slug"),
                row.get("region"),
                row.get("region_vi"),
                row.get("region_en"),
                row.get("type").equals("city"));
    }

    private static Commune commune(CSVRecord row) {
        return new Commune(
                row.get("code"),
                row.get("province_code"),
                row.get("name_vi"),
                row.get("name_en"),
                row.get("full_name_vi"),
                row.get("full_name_en"),
                CommuneType.valueOf(row.get("type").toUpperCase(Locale.ROOT)),
                row.get("slug"));
    }

    private static FormerPlace formerPlace(CSVRecord row) {
        return new FormerPlace(row.get("name_vi"), row.get("kind").equals("province"), row.get("province_code"));
    }

    private static <T> List<T> read(String file, Function<CSVRecord, T> fromRow) {
        var stream = Objects.requireNonNull(Places.class.getResourceAsStream(file), file);
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var rows = format.parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows.stream().map(fromRow).toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + file, unreadable);
        }
    }
}
