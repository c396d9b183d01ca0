package vn.chophien.marketplace.search;

import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** The index does not answer in time, or is not there yet. Everything but the search goes on. */
public final class SearchUnavailableException extends ProblemException {

    private static final long serialVersionUID = 1L;

    static final ProblemType TYPE = new ProblemType("search-unavailable", HttpStatus.SERVICE_UNAVAILABLE);

    SearchUnavailableException() {
        super(TYPE);
    }
}
