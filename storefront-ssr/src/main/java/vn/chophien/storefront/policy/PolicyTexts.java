package vn.chophien.storefront.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;

/** The policies as HTML, read and drawn once at start. */
@Component
class PolicyTexts {

    private static final String ROOT = "vn/chophien/locales/policies/";

    private final Map<Language, Map<Policy, String>> texts = new EnumMap<>(Language.class);

    PolicyTexts() {
        var tables = List.of(TablesExtension.create());
        var parser = Parser.builder().extensions(tables).build();
        var renderer = HtmlRenderer.builder().extensions(tables).build();
        for (var language : Language.values()) {
            var drawn = new EnumMap<Policy, String>(Policy.class);
            for (var policy : Policy.values()) {
                var document = parser.parse(read(language, policy));
                document.accept(new LinksWithin(language));
                drawn.put(policy, renderer.render(document));
            }
            texts.put(language, drawn);
        }
    }

    String html(Language language, Policy policy) {
        return Objects.requireNonNull(
                Objects.requireNonNull(texts.get(language)).get(policy));
    }

    private static String read(Language language, Policy policy) {
        var file = new ClassPathResource(ROOT + language.tag() + "/" + policy.slug() + ".md");
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("No text for the policy " + file.getPath(), missing);
        }
    }

    /** Links to our own pages stay in the reader's language. */
    private static final class LinksWithin extends AbstractVisitor {
        private final Language language;

        LinksWithin(Language language) {
            this.language = language;
        }

        @Override
        public void visit(Link link) {
            if (language == Language.EN && link.getDestination().startsWith("/")) {
                link.setDestination("/en" + link.getDestination());
            }
            visitChildren(link);
        }
    }
}
