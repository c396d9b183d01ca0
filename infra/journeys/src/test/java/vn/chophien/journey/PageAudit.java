package vn.chophien.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every page owes to those who look at it: no accessibility violation, nothing wider than the screen, also with tomorrow's prices.
 * Leaves a picture of each under {@code target/screenshots}.
 */
final class PageAudit {

    private static final int QUALITY = 62;

    /** Hidden words of a cell that is scrolled away would widen the page: they are clipped by a positioned frame only. */
    private static final String UNPOSITIONED_FRAMES = """
            [...document.querySelectorAll('[tabindex="0"]:has(table)')]
              .filter(frame => getComputedStyle(frame).position === 'static').length""";

    private final int width;
    private final Map<String, List<String>> violations = new TreeMap<>();

    PageAudit(int width) {
        this.width = width;
    }

    /** Looks at the page that the tour shows; goes on after a violation, so that one run tells them all. */
    void look(Tour tour, String name) {
        var page = tour.page();
        var label = "%s %s %d".formatted(name, tour.language().tag(), width);
        if (width == Browsing.PHONE) { // the same markup at every width, and axe is slow
            // No page of ours has frames, which the other mode opens a second page for.
            var axe = new AxeBuilder(page).setLegacyMode(true);
            var found = axe.analyze().getViolations().stream()
                    .map(PageAudit::describe)
                    .toList();
            if (!found.isEmpty()) {
                violations.put(label, found);
            }
        }
        var overflow =
                (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0) {
            violations.put(label + " overflow", List.of(overflow + " px wider than the screen"));
        }
        var frames = (Integer) page.evaluate(UNPOSITIONED_FRAMES);
        if (frames > 0) {
            violations.put(label + " frames", List.of(frames + " frames of tables without a position"));
        }
        picture(page, "%s-%s-%d".formatted(name, tour.language().tag(), width));
    }

    void lookAtAll(Tour tour, Map<String, String> pathsByName) {
        for (var page : new TreeMap<>(pathsByName).entrySet()) {
            look(tour.open(page.getValue()), page.getKey());
        }
    }

    void assertClean() {
        assertThat(violations).isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY)
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".jpg")));
    }
}
