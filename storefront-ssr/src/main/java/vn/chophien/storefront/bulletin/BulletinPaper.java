package vn.chophien.storefront.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.bulletin.BulletinText.FigureBlock;
import vn.chophien.storefront.bulletin.BulletinText.FigureWords;
import vn.chophien.storefront.document.PrintedArticle;
import vn.chophien.storefront.document.PrintedArticle.Block;
import vn.chophien.storefront.document.PrintedArticle.Run;

/** Lays a bulletin out for print. */
@Component
class BulletinPaper {
    private static final String BULLET = "•";

    private final BulletinCharts charts;
    private final Messages messages;

    BulletinPaper(BulletinCharts charts, Messages messages) {
        this.charts = charts;
        this.messages = messages;
    }

    PrintedArticle of(BulletinApi.Bulletin bulletin, Language language) {
        var formats = Formats.of(language);
        var facts = new ArrayList<String>();
        facts.add(messages.format(
                language,
                "bulletin.period",
                Map.of(
                        "period", bulletin.period().name(),
                        "from", formats.date(bulletin.from()),
                        "to", formats.date(bulletin.to()))));
        facts.add(messages.format(
                language,
                "bulletin.as-of",
                Map.of(
                        "time",
                        formats.dateTime(bulletin.asOf().publishedAt()),
                        "vintage",
                        bulletin.asOf().vintage())));
        var reason = bulletin.reason();
        if (reason != null) {
            facts.add(messages.format(
                    language, "bulletin.corrected", Map.of("edition", bulletin.edition(), "reason", reason)));
        }
        facts.add(signed(bulletin, language));
        return new PrintedArticle(
                language,
                messages.format(
                        language,
                        "bulletin.paper.sender",
                        Map.of(
                                "department", bulletin.department(),
                                "number", bulletin.number(),
                                "edition", bulletin.edition())),
                bulletin.title(),
                facts,
                bulletin.demonstration() ? messages.format(language, "bulletin.draft.demonstration") : null,
                blocks(bulletin, language),
                messages.format(
                        language,
                        "bulletin.paper.footer",
                        Map.of("department", bulletin.department(), "number", bulletin.number())),
                bulletin.publishedAt());
    }

    private String signed(BulletinApi.Bulletin bulletin, Language language) {
        var formats = Formats.of(language);
        return messages.format(
                language,
                "bulletin.signed",
                Map.of(
                        "author", bulletin.author(),
                        "approver", bulletin.approver(),
                        "approved", formats.dateTime(bulletin.approvedAt()),
                        "published", formats.dateTime(bulletin.publishedAt())));
    }

    private List<Block> blocks(BulletinApi.Bulletin bulletin, Language language) {
        var blocks = new ArrayList<Block>();
        new Laying(blocks, language).children(BulletinText.read(bulletin.body(), bulletin.figures()));
        if (!bulletin.credits().isEmpty()) {
            blocks.add(new Block.Heading(2, messages.format(language, "market.sources")));
            for (var credit : bulletin.credits()) {
                var text =
                        credit.source() + ". " + messages.format(language, "market.licence") + " " + credit.licence();
                blocks.add(new Block.Item(0, BULLET, List.of(new Run(text, false))));
            }
        }
        return blocks;
    }

    private final class Laying {
        private final List<Block> blocks;
        private final Language language;

        Laying(List<Block> blocks, Language language) {
            this.blocks = blocks;
            this.language = language;
        }

        void children(Node node) {
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                block(child);
            }
        }

        private void block(Node node) {
            switch (node) {
                case Heading heading -> blocks.add(new Block.Heading(heading.getLevel(), plain(heading)));
                case Paragraph paragraph -> blocks.add(new Block.Paragraph(runs(paragraph)));
                case BulletList list -> items(list, 0);
                case OrderedList list -> items(list, 0);
                case TableBlock table -> table(table);
                case FigureBlock figure -> figure(figure.figure());
                case FencedCodeBlock code -> lines(code.getLiteral());
                case IndentedCodeBlock code -> lines(code.getLiteral());
                case HtmlBlock markup -> lines(markup.getLiteral());
                default -> children(node);
            }
        }

        private void lines(String text) {
            text.lines().forEach(line -> blocks.add(new Block.Paragraph(List.of(new Run(line, false)))));
        }

        private void items(Node list, int depth) {
            int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                    ? ordered.getMarkerStartNumber()
                    : 1;
            for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                var mark = list instanceof OrderedList ? number++ + "." : BULLET;
                if (item instanceof ListItem) {
                    item(item, mark, depth);
                }
            }
        }

        private void item(Node item, String mark, int depth) {
            for (var child = item.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof BulletList || child instanceof OrderedList) {
                    items(child, depth + 1);
                } else {
                    blocks.add(new Block.Item(depth, child == item.getFirstChild() ? mark : "", runs(child)));
                }
            }
        }

        private void table(TableBlock table) {
            var rows = new ArrayList<List<String>>();
            for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                    if (row instanceof TableRow) {
                        rows.add(cells(row));
                    }
                }
            }
            if (!rows.isEmpty()) {
                blocks.add(new Block.Grid(rows.getFirst(), rows.subList(1, rows.size())));
            }
        }

        private List<String> cells(Node row) {
            var cells = new ArrayList<String>();
            for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                if (cell instanceof TableCell) {
                    cells.add(plain(cell));
                }
            }
            return cells;
        }

        private void figure(BulletinApi.Figure figure) {
            var table = figure.table();
            if (table != null) {
                blocks.add(new Block.Grid(
                        table.columns(),
                        table.rows().stream().map(BulletinApi.Row::cells).toList()));
            } else if (!figure.points().isEmpty()) {
                blocks.add(new Block.Drawing(
                        charts.title(figure, language),
                        charts.title(figure, language) + ". " + charts.description(figure, language),
                        charts.medium(figure, language)));
            } else {
                figure.lines().forEach(line -> blocks.add(new Block.Item(0, BULLET, List.of(new Run(line, false)))));
            }
        }

        private static String plain(Node node) {
            var text = new StringBuilder();
            runs(node).forEach(run -> text.append(run.text()));
            return text.toString();
        }

        private static List<Run> runs(Node node) {
            var runs = new ArrayList<Run>();
            collect(node, false, runs);
            return runs;
        }

        private static void collect(Node node, boolean bold, List<Run> runs) {
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                var text = text(child);
                if (text != null) {
                    runs.add(new Run(text, bold));
                } else {
                    collect(child, bold || child instanceof StrongEmphasis, runs);
                }
            }
        }

        private static @Nullable String text(Node node) {
            return switch (node) {
                case Text text -> text.getLiteral();
                case FigureWords words -> words.shown();
                case Code code -> code.getLiteral();
                case HtmlInline markup -> markup.getLiteral();
                case SoftLineBreak line -> " ";
                case HardLineBreak line -> " ";
                default -> null;
            };
        }
    }
}
