package vn.chophien.storefront.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin's Markdown with its figures in their places. What an officer writes cannot do more than prose: HTML stays text,
 * links lead to http and https only, pictures are their descriptions, and headings go below the page's own.
 */
final class BulletinText {
    static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final Pattern DIRECTIVE = Pattern.compile("\\{\\{[^{}]*}}");
    private static final Set<String> SCHEMES = Set.of("http://", "https://");
    private static final int LOWEST_HEADING = 6;

    private BulletinText() {}

    /** A figure within a sentence; without one it is a directive that stands for nothing. */
    static final class FigureWords extends CustomNode {
        private final String directive;
        private final @Nullable String words;

        FigureWords(String directive, @Nullable String words) {
            this.directive = directive;
            this.words = words;
        }

        String shown() {
            return words == null ? directive : words;
        }

        boolean isBound() {
            return words != null;
        }
    }

    /** A chart, a table or a list of sentences. */
    static final class FigureBlock extends CustomBlock {
        private final BulletinApi.Figure figure;

        FigureBlock(BulletinApi.Figure figure) {
            this.figure = figure;
        }

        BulletinApi.Figure figure() {
            return figure;
        }
    }

    static Node read(String markdown, List<BulletinApi.Figure> figures) {
        var document = PARSER.parse(markdown);
        var found = figures.stream()
                .collect(Collectors.toMap(BulletinApi.Figure::directive, Function.identity(), (one, same) -> one));
        new Taming().tame(document);
        new Binding(found).bind(document);
        return document;
    }

    private static final class Taming extends AbstractVisitor {
        private final List<Node> unwrapped = new ArrayList<>();

        void tame(Node document) {
            document.accept(this);
            unwrapped.forEach(Taming::unwrap);
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() < 2 ? 2 : heading.getLevel(), LOWEST_HEADING));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            if (SCHEMES.stream()
                    .noneMatch(scheme -> link.getDestination().regionMatches(true, 0, scheme, 0, scheme.length()))) {
                unwrapped.add(link);
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            unwrapped.add(image);
            visitChildren(image);
        }

        private static void unwrap(Node node) {
            for (var child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
                node.insertBefore(child);
            }
            node.unlink();
        }
    }

    private static final class Binding extends AbstractVisitor {
        private final Map<String, BulletinApi.Figure> figures;
        private final List<Text> texts = new ArrayList<>();
        private final List<Paragraph> paragraphs = new ArrayList<>();

        Binding(Map<String, BulletinApi.Figure> figures) {
            this.figures = figures;
        }

        void bind(Node document) {
            document.accept(this);
            paragraphs.forEach(this::asBlock);
            texts.forEach(this::split);
        }

        @Override
        public void visit(Text text) {
            texts.add(text);
        }

        @Override
        public void visit(Paragraph paragraph) {
            paragraphs.add(paragraph);
            visitChildren(paragraph);
        }

        private void asBlock(Paragraph paragraph) {
            if (paragraph.getFirstChild() instanceof Text only && only == paragraph.getLastChild()) {
                var figure = figures.get(only.getLiteral().strip());
                if (figure != null && figure.isBlock()) {
                    paragraph.insertBefore(new FigureBlock(figure));
                    paragraph.unlink();
                    texts.remove(only);
                }
            }
        }

        private void split(Text text) {
            var literal = text.getLiteral();
            var directive = DIRECTIVE.matcher(literal);
            int end = 0;
            while (directive.find()) {
                if (directive.start() > end) {
                    text.insertBefore(new Text(literal.substring(end, directive.start())));
                }
                var figure = figures.get(directive.group());
                text.insertBefore(new FigureWords(directive.group(), figure == null ? null : figure.text()));
                end = directive.end();
            }
            if (end > 0) {
                if (end < literal.length()) {
                    text.insertBefore(new Text(literal.substring(end)));
                }
                text.unlink();
            }
        }
    }
}
