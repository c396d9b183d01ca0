package vn.chophien.marketplace.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import org.junit.jupiter.api.Test;

class RequestIdTests {

    /** The libraries' own cost every request a third of its time, for code that blocks: a new one must not slip in with an upgrade. */
    @Test
    void isTheOnlyThingThatEveryPipelineRestores() {
        new RequestId();
        assertThat(ContextRegistry.getInstance().getThreadLocalAccessors())
                .extracting(ThreadLocalAccessor::key)
                .containsExactly(RequestId.CONTEXT_KEY);
    }
}
