package vn.chophien.marketplace.marketfile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends an application that cannot do its work, so that whoever started it learns so at once and can start it again. */
@Component
class ProcessEnd {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);
    private static final int FAILED = 1;

    /** Returns at once. The end waits for event loops, so none of them may be the one to wait for the end. */
    void because(String reason) {
        LOG.error("{} The application ends.", reason);
        Thread.ofPlatform().name("process-end").start(() -> System.exit(FAILED));
    }
}
