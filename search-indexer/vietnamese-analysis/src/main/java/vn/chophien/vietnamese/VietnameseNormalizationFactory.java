package vn.chophien.vietnamese;

import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** Token filter {@code vietnamese_normalization}: one encoding, tone placement and spelling for each word, in lower case; marks stay. */
@NamedComponent("vietnamese_normalization")
public final class VietnameseNormalizationFactory implements TokenFilterFactory {

    private final RewrittenTerms terms = new RewrittenTerms(VietnameseText::normalize);

    @Override
    public TokenStream create(TokenStream input) {
        return new RewrittenTermFilter(input, terms);
    }

    @Override
    public TokenStream normalize(TokenStream input) {
        return create(input);
    }
}
