package vn.chophien.storefront.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A4 pages on which everything that is drawn belongs to an element of the document's structure, so that it is read out in
 * order and as what it is; what does not, such as page numbers, is marked as an artifact.
 */
final class TaggedPages implements AutoCloseable {
    private final PDDocument document = new PDDocument();
    private final PDStructureElement article;
    private final List<COSArray> elementsByPage = new ArrayList<>();
    private PDPage page;
    private PDPageContentStream content;

    TaggedPages() throws IOException {
        var root = new PDStructureTreeRoot();
        document.getDocumentCatalog().setStructureTreeRoot(root);
        article = new PDStructureElement("Document", root);
        root.appendKid(article);
        page = nextPage();
        content = new PDPageContentStream(document, page);
    }

    /** Draws something. */
    interface Drawn {
        void on(PDPageContentStream content) throws IOException;
    }

    PDDocument document() {
        return document;
    }

    PDStructureElement article() {
        return article;
    }

    static PDStructureElement within(PDStructureElement parent, String kind) {
        var element = new PDStructureElement(kind, parent);
        parent.appendKid(element);
        return element;
    }

    /** Draws a part of an element on the current page; an element may have parts on several. */
    void draw(PDStructureElement element, Drawn drawn) throws IOException {
        var elements = elementsByPage.getLast();
        int id = elements.size();
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), id);
        drawn.on(content);
        content.endMarkedContent();
        var part = new PDMarkedContentReference();
        part.setPage(page);
        part.setMCID(id);
        element.appendKid(part);
        elements.add(element.getCOSObject());
    }

    void decorate(Drawn drawn) throws IOException {
        decorate(content, drawn);
    }

    private static void decorate(PDPageContentStream on, Drawn drawn) throws IOException {
        on.beginMarkedContent(COSName.ARTIFACT);
        drawn.on(on);
        on.endMarkedContent();
    }

    void turn() throws IOException {
        content.close();
        page = nextPage();
        content = new PDPageContentStream(document, page);
    }

    private PDPage nextPage() {
        var next = new PDPage(PDRectangle.A4);
        next.setStructParents(document.getNumberOfPages());
        document.addPage(next);
        elementsByPage.add(new COSArray());
        return next;
    }

    /** What stands on a finished page, by its number from 1 and how many there are. */
    interface Numbered {
        void on(PDPageContentStream content, int number, int count) throws IOException;
    }

    /** Ends the document. The instant dates it and, with the title, names it: nothing else of the moment is in its bytes. */
    byte[] finish(String title, String language, Instant issuedAt, Numbered foot) throws IOException {
        content.close();
        int count = document.getNumberOfPages();
        for (int index = 0; index < count; index++) {
            int number = index + 1;
            try (var end = new PDPageContentStream(document, document.getPage(index), AppendMode.APPEND, true)) {
                decorate(end, on -> foot.on(on, number, count));
            }
        }
        describe(title, language, issuedAt);
        structure();
        document.setDocumentId(issuedAt.toEpochMilli());
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private void describe(String title, String language, Instant issuedAt) {
        var information = document.getDocumentInformation();
        information.setTitle(title);
        information.setCreationDate(GregorianCalendar.from(issuedAt.atZone(ZoneOffset.UTC)));
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(language);
        var viewing = new PDViewerPreferences(new COSDictionary());
        viewing.setDisplayDocTitle(true);
        catalog.setViewerPreferences(viewing);
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
    }

    private void structure() {
        var parents = new HashMap<Integer, PDParentTreeValue>();
        for (int index = 0; index < elementsByPage.size(); index++) {
            parents.put(index, new PDParentTreeValue(elementsByPage.get(index)));
        }
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        var root = document.getDocumentCatalog().getStructureTreeRoot();
        root.setParentTree(tree);
        root.setParentTreeNextKey(elementsByPage.size());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
