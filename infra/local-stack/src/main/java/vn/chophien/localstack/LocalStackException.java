package vn.chophien.localstack;

/** Why an engine or the local market cannot run, in one sentence that a person can act on. */
public final class LocalStackException extends RuntimeException {
    public LocalStackException(String sentence) {
        super(sentence);
    }

    public LocalStackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
