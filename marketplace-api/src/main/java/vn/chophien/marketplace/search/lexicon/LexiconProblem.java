package vn.chophien.marketplace.search.lexicon;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;
import vn.chophien.vietnamese.LexiconMistake;

/** Why a dictionary is not applied. */
sealed class LexiconProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private LexiconProblem(ProblemType type, List<FieldProblem> fields) {
        super(type, Map.of("count", fields.size()), fields);
    }

    /** Every mistake, by line and column. */
    static final class Invalid extends LexiconProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("lexicon-invalid", HttpStatus.UNPROCESSABLE_CONTENT);

        Invalid(List<LexiconMistake> mistakes) {
            super(TYPE, mistakes.stream().map(Invalid::field).toList());
        }

        private static FieldProblem field(LexiconMistake mistake) {
            var code =
                    "lexicon-" + mistake.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new FieldProblem(
                    mistake.line() + ":" + mistake.column(),
                    code,
                    Map.of("line", mistake.line(), "column", mistake.column(), "text", mistake.about()));
        }
    }

    static final class UnderWay extends LexiconProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("lexicon-under-way", HttpStatus.CONFLICT);

        UnderWay() {
            super(TYPE, List.of());
        }
    }
}
