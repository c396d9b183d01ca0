package vn.chophien.marketplace.catalog;

import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** Why a picture is refused. */
public final class PictureProblem extends ProblemException {
    private static final long serialVersionUID = 1L;

    static final ProblemType TOO_LARGE = new ProblemType("picture-too-large", HttpStatus.CONTENT_TOO_LARGE);
    static final ProblemType UNSUPPORTED_TYPE =
            new ProblemType("picture-type-unsupported", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    static final ProblemType UNREADABLE = new ProblemType("picture-unreadable", HttpStatus.UNPROCESSABLE_CONTENT);
    static final ProblemType DIMENSIONS = new ProblemType("picture-dimensions", HttpStatus.UNPROCESSABLE_CONTENT);
    static final ProblemType TOO_MANY = new ProblemType("picture-limit-reached", HttpStatus.CONFLICT);

    private PictureProblem(ProblemType type, Map<String, ?> arguments) {
        super(type, arguments);
    }

    public static PictureProblem tooLarge() {
        return new PictureProblem(TOO_LARGE, Map.of("max_megabytes", PictureLimits.MAX_BYTES / (1024 * 1024)));
    }

    static PictureProblem unsupportedType() {
        return new PictureProblem(UNSUPPORTED_TYPE, Map.of());
    }

    static PictureProblem unreadable() {
        return new PictureProblem(UNREADABLE, Map.of());
    }

    static PictureProblem dimensions(PictureFormat format, int width, int height) {
        return new PictureProblem(
                DIMENSIONS,
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "min",
                        PictureLimits.MIN_SIDE,
                        "max_megapixels",
                        PictureLimits.maxPixels(format) / 1_000_000));
    }

    /** The listing has as many pictures as a listing can have. */
    public static PictureProblem tooMany() {
        return new PictureProblem(TOO_MANY, Map.of("max", PictureLimits.MAX_PER_LISTING));
    }
}
