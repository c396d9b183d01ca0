package vn.chophien.vietnamese;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Rewrites each term and leaves its offsets alone, so that a highlight covers what the author typed. */
final class RewrittenTermFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final RewrittenTerms terms;

    RewrittenTermFilter(TokenStream input, RewrittenTerms terms) {
        super(input);
        this.terms = terms;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        var rewritten = terms.of(term.buffer(), term.length());
        term.setEmpty().append(rewritten);
        return true;
    }
}
