package vn.chophien.storefront.page;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** What a page handler returns: a page to draw or a place to go. */
public sealed interface Answer permits Answer.Drawn, Answer.Redirect, Answer.Leave, Answer.Download {

    /** Draws {@code template} (without ending), whose parameters are {@code Page page} and {@code view}. */
    static Drawn page(String template, Object view) {
        return new Drawn(template, template, view, HttpStatus.OK, Caching.PERSONAL);
    }

    /** Sends the browser on with a GET; {@code path} is one of ours without the language part. */
    static Redirect redirect(String path) {
        return new Redirect(path);
    }

    /** Sends the browser to another site, such as the payment partner's page. */
    static Leave leave(URI place) {
        return new Leave(place);
    }

    /** Sends a file to keep, which nobody on the way keeps. */
    static Download download(byte[] bytes, String name, MediaType type) {
        return new Download(bytes, name, type);
    }

    /** How long a drawn page may be kept, and by whom. */
    enum Caching {
        /** By everybody for a short while, as long as the visitor has no session. */
        PUBLIC,
        /** By the visitor's browser, which asks each time whether it is still good. */
        PERSONAL,
        /** By nobody: forms with personal data. */
        NEVER
    }

    /**
     * @param fragment drawn instead of {@code template} when a script of ours asks for the changing part of the page only
     */
    record Drawn(String template, String fragment, Object view, HttpStatusCode status, Caching caching)
            implements Answer {

        public Drawn orFragment(String part) {
            return new Drawn(template, part, view, status, caching);
        }

        public Drawn status(HttpStatusCode other) {
            return new Drawn(template, fragment, view, other, caching);
        }

        /** 422: the form came back with errors. */
        public Drawn invalid() {
            return status(HttpStatus.UNPROCESSABLE_CONTENT);
        }

        public Drawn cached(Caching other) {
            return new Drawn(template, fragment, view, status, other);
        }
    }

    record Redirect(String path) implements Answer {}

    record Leave(URI place) implements Answer {}

    /** The bytes are not looked at here. */
    @SuppressWarnings("ArrayRecordComponent")
    record Download(byte[] bytes, String name, MediaType type) implements Answer {}
}
