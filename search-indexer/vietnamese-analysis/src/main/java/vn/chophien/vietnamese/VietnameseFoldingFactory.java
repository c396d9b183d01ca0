package vn.chophien.vietnamese;

import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** Token filter {@code vietnamese_folding}: what {@code vietnamese_normalization} does, and without marks. */
@NamedComponent("vietnamese_folding")
public final class VietnameseFoldingFactory implements TokenFilterFactory {

    private final RewrittenTerms terms = new RewrittenTerms(VietnameseText::fold);

    @Override
    public TokenStream create(TokenStream input) {
        return new RewrittenTermFilter(input, terms);
    }

    @Override
    public TokenStream normalize(TokenStream input) {
        return create(input);
    }
}
