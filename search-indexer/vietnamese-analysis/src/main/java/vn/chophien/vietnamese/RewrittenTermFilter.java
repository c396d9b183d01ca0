package vn.chophien.vietnamese;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Rewrites each term and leaves its offsets alone, so that a highlight covers what the author typed. */
final class RewrittenTermFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final UnaryOperator<String> rewriting;

    RewrittenTermFilter(TokenStream input, UnaryOperator<String> rewriting) {
        super(input);
        this.rewriting = rewriting;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        var rewritten = rewriting.apply(term.toString());
        term.setEmpty().append(rewritten);
        return true;
    }
}
