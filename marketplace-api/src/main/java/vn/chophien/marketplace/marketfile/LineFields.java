package vn.chophien.marketplace.marketfile;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON object, read strictly: each getter says what it expected and what it found. Text comes out in
 * Unicode NFC and no longer than what it is for: a name fits a row of a page and an entry of an index, prose may go on.
 * Fields that nobody asks for are left alone.
 */
final class LineFields {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_TEXT = 300;
    private static final int MAX_PROSE = 20_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MAX_SHOWN = 60;

    private final JsonNode object;
    private final String prefix;

    private LineFields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    static LineFields of(Line line) {
        if (line.text().indexOf('\uFFFD') >= 0) {
            throw new BadLineException("The line is not UTF-8");
        }
        JsonNode node;
        try {
            node = JSON.readTree(line.text());
        } catch (JacksonException malformed) {
            throw new BadLineException("The line is not valid JSON: " + malformed.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw new BadLineException("Expected a JSON object, found " + shown(node));
        }
        return new LineFields(node, "");
    }

    String text(String field) {
        return optionalText(field, MAX_TEXT).orElseThrow(() -> missing(field));
    }

    String textOr(String field, String otherwise) {
        return optionalText(field, MAX_TEXT).orElse(otherwise);
    }

    String proseOr(String field, String otherwise) {
        return optionalText(field, MAX_PROSE).orElse(otherwise);
    }

    @Nullable
    String textOrNull(String field) {
        return optionalText(field, MAX_TEXT).orElse(null);
    }

    long whole(String field, long min, long max) {
        return optionalWhole(field, min, max).orElseThrow(() -> missing(field));
    }

    int integer(String field, int min, int max) {
        return (int) whole(field, min, max);
    }

    @Nullable
    Integer integerOrNull(String field, int min, int max) {
        return optionalWhole(field, min, max).map(Long::intValue).orElse(null);
    }

    boolean flag(String field) {
        var node = node(field);
        if (node == null) {
            return false;
        }
        if (!node.isBoolean()) {
            throw wrong(field, "true or false", node);
        }
        return node.booleanValue();
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        var name = text(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadLineException("%s: expected one of %s, found '%s'"
                        .formatted(path(field), Arrays.toString(type.getEnumConstants()), name)));
    }

    LocalDate date(String field) {
        return optionalDate(field).orElseThrow(() -> missing(field));
    }

    Optional<LocalDate> optionalDate(String field) {
        return optionalText(field, MAX_TEXT)
                .map(text -> parsed(field, "a date such as 2026-11-21", text, LocalDate::parse))
                .map(date -> ofOurTime(field, date, date));
    }

    Instant instant(String field) {
        var time = parsed(field, "a time such as 2026-11-21T09:30:00+07:00", text(field), OffsetDateTime::parse);
        return ofOurTime(field, time.toLocalDate(), time).toInstant();
    }

    List<String> texts(String field) {
        return list(field, element -> {
            if (!element.isString()) {
                throw wrong(field, "a list of texts", element);
            }
            return clean(field, element.stringValue(), MAX_TEXT);
        });
    }

    List<Integer> months(String field) {
        return list(field, element -> {
            if (!element.isInt() || element.intValue() < 1 || element.intValue() > 12) {
                throw wrong(field, "months from 1 to 12", element);
            }
            return element.intValue();
        });
    }

    Optional<LineFields> object(String field) {
        var node = node(field);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isObject()) {
            throw wrong(field, "an object", node);
        }
        return Optional.of(new LineFields(node, path(field) + "."));
    }

    List<LineFields> objects(String field) {
        var found = new ArrayList<LineFields>();
        list(field, element -> {
            if (!element.isObject()) {
                throw wrong(field, "a list of objects", element);
            }
            return found.add(new LineFields(element, "%s[%d].".formatted(path(field), found.size())));
        });
        return found;
    }

    BadLineException wrong(String field, String expected) {
        return wrong(field, expected, object.path(field));
    }

    private Optional<String> optionalText(String field, int longest) {
        var node = node(field);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isString()) {
            throw wrong(field, "a text", node);
        }
        return Optional.of(clean(field, node.stringValue(), longest)).filter(text -> !text.isEmpty());
    }

    private String clean(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new BadLineException(
                    "%s: expected at most %d characters, found %d".formatted(path(field), longest, text.length()));
        }
        if (text.indexOf('\0') >= 0) {
            throw new BadLineException("%s: contains the character U+0000".formatted(path(field)));
        }
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private Optional<Long> optionalWhole(String field, long min, long max) {
        var node = node(field);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            throw wrong(field, "a whole number from %d to %d".formatted(min, max), node);
        }
        return Optional.of(node.longValue());
    }

    private <T> List<T> list(String field, Function<JsonNode, T> element) {
        var node = node(field);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong(field, "a list", node);
        }
        var elements = new ArrayList<T>();
        node.forEach(each -> elements.add(element.apply(each)));
        return elements;
    }

    private <T> T parsed(String field, String expected, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException unreadable) {
            throw new BadLineException("%s: expected %s, found '%s'".formatted(path(field), expected, text));
        }
    }

    private <T> T ofOurTime(String field, LocalDate date, T value) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new BadLineException("%s: expected a day of the years %d to %d, found '%s'"
                    .formatted(path(field), FIRST_YEAR, LAST_YEAR, value));
        }
        return value;
    }

    private @Nullable JsonNode node(String field) {
        var node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    private BadLineException missing(String field) {
        return new BadLineException("%s is missing".formatted(path(field)));
    }

    private BadLineException wrong(String field, String expected, JsonNode found) {
        return new BadLineException("%s: expected %s, found %s".formatted(path(field), expected, shown(found)));
    }

    private static String shown(JsonNode node) {
        var text = node.toString();
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private String path(String field) {
        return prefix + field;
    }
}
