package vn.chophien.indexer.index;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads documents out of an answer without making anything of their sources but where they stand in its bytes. */
final class SearchAnswer {

    private static final JsonFactory JSON = new JsonFactory();

    private SearchAnswer() {}

    /** The hits of a search; one without a source is left out. */
    static List<IndexedDocument> documents(byte[] answer) {
        var documents = new ArrayList<IndexedDocument>();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), answer)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean hits =
                        token == JsonToken.PROPERTY_NAME && parser.currentName().equals("hits");
                if (hits && parser.nextToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        addHit(parser, answer, documents);
                    }
                }
            }
        }
        return documents;
    }

    private static void addHit(JsonParser parser, byte[] answer, List<IndexedDocument> documents) {
        String id = "";
        long version = 0;
        int from = 0;
        int to = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "_id" -> id = parser.getString();
                case "_version" -> version = parser.getLongValue();
                case "_source" -> {
                    from = (int) parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    to = (int) parser.currentLocation().getByteOffset();
                }
                default -> parser.skipChildren();
            }
        }
        documents.add(new IndexedDocument(id, version, answer, from, to));
    }
}
