package vn.chophien.vietnamese;

import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** Token filter {@code english_plural}: an English plural becomes its singular, in lower case and without marks. */
@NamedComponent("english_plural")
public final class EnglishPluralFactory implements TokenFilterFactory {

    private final RewrittenTerms terms = new RewrittenTerms(EnglishText::singular);

    @Override
    public TokenStream create(TokenStream input) {
        return new RewrittenTermFilter(input, terms);
    }

    @Override
    public TokenStream normalize(TokenStream input) {
        return create(input);
    }
}
