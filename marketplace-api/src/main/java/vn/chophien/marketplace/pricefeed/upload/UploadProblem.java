package vn.chophien.marketplace.pricefeed.upload;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why an upload is refused, or not published or discarded. */
sealed class UploadProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    private UploadProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    /** No row of the file can be read. */
    static final class Unreadable extends UploadProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("unreadable-price-file", HttpStatus.UNPROCESSABLE_CONTENT);

        Unreadable(UnreadableFile cause) {
            super(TYPE, Map.of(), List.of(new FieldProblem("file", cause.code(), cause.arguments())));
        }
    }

    static final class TooLarge extends UploadProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-file-too-large", HttpStatus.CONTENT_TOO_LARGE);

        TooLarge(int kibibytes) {
            super(TYPE, Map.of("kibibytes", kibibytes), List.of());
        }
    }

    static final class NotFound extends UploadProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-upload-not-found", HttpStatus.NOT_FOUND);

        NotFound() {
            super(TYPE, Map.of(), List.of());
        }
    }

    /** The columns do not say whose prices these are, of which day, or where the prices stand. */
    static final class LayoutIncomplete extends UploadProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-layout-incomplete", HttpStatus.UNPROCESSABLE_CONTENT);

        LayoutIncomplete(List<Layout.Gap> gaps) {
            super(
                    TYPE,
                    Map.of("gaps", gaps.size()),
                    gaps.stream()
                            .map(gap -> new FieldProblem(gap.field(), gap.code()))
                            .toList());
        }
    }

    /** A draft with errors cannot become public. */
    static final class HasErrors extends UploadProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-upload-has-errors", HttpStatus.CONFLICT);

        HasErrors(int errors) {
            super(TYPE, Map.of("errors", errors), List.of());
        }
    }

    /** A table is submitted before a colleague publishes it. */
    static final class NotSubmitted extends UploadProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-upload-not-submitted", HttpStatus.CONFLICT);

        NotSubmitted() {
            super(TYPE, Map.of(), List.of());
        }
    }

    /** What is public stays on record; what is discarded stays discarded. */
    static final class Closed extends UploadProblem {
        private static final long serialVersionUID = 1L;
        static final ProblemType TYPE = new ProblemType("price-upload-closed", HttpStatus.CONFLICT);

        Closed(Upload.State state) {
            super(TYPE, Map.of("state", state.name()), List.of());
        }
    }
}
