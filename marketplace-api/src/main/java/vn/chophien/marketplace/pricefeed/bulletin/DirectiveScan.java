package vn.chophien.marketplace.pricefeed.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.chophien.marketplace.pricefeed.bulletin.Directive.Reading;

/** Finds the directives of a text, line by line. What stands in a fenced block of code is an example and left alone. */
final class DirectiveScan {
    private static final String OPEN = "{{";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");

    private DirectiveScan() {}

    /**
     * @param line the number of the line, from 1
     * @param source as it is written, with its braces: what a figure is found by
     */
    record Place(int line, String source, Reading reading) {}

    static List<Place> places(String text) {
        var places = new ArrayList<Place>();
        var lines = text.lines().toList();
        var fenced = false;
        for (int index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (FENCE.matcher(line).matches()) {
                fenced = !fenced;
            } else if (!fenced && line.contains(OPEN)) {
                places.addAll(places(lines, index));
            }
        }
        return places;
    }

    private static List<Place> places(List<String> lines, int index) {
        var line = lines.get(index);
        var found = new ArrayList<Place>();
        var matcher = PLACE.matcher(line);
        while (matcher.find()) {
            var reading = Directive.read(matcher.group(1));
            found.add(new Place(
                    index + 1,
                    matcher.group(),
                    isMisplaced(reading, matcher.group(), lines, index)
                            ? new Reading.Refused("directive-alone")
                            : reading));
        }
        if (PLACE.matcher(line).replaceAll("").contains(OPEN)) {
            found.add(new Place(
                    index + 1, line.substring(line.lastIndexOf(OPEN)), new Reading.Refused("directive-open")));
        }
        return found;
    }

    /** A chart or table is a paragraph of its own. */
    private static boolean isMisplaced(Reading reading, String source, List<String> lines, int index) {
        return reading instanceof Reading.Understood understood
                && understood.directive().name().isBlock()
                && !(lines.get(index).stripTrailing().equals(source)
                        && isBlank(lines, index - 1)
                        && isBlank(lines, index + 1));
    }

    private static boolean isBlank(List<String> lines, int index) {
        return index < 0 || index >= lines.size() || lines.get(index).isBlank();
    }
}
