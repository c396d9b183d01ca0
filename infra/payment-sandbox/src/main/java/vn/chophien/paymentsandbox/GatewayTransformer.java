package vn.chophien.paymentsandbox;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.function.Function;

/** Answers WireMock's catch-all stubs from the gateway's state, or with the fault that was ordered. */
final class GatewayTransformer implements ResponseDefinitionTransformerV2 {

    private final String name;
    private final Function<Request, ResponseDefinition> handler;
    private final Faults faults;

    GatewayTransformer(String name, Function<Request, ResponseDefinition> handler, Faults faults) {
        this.name = name;
        this.handler = handler;
        this.faults = faults;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var request = event.getRequest();
        var path = URI.create(request.getUrl()).getPath();
        var fault = faults.next(request.getMethod().getName(), path);
        if (fault.isEmpty()) {
            return handler.apply(request);
        }
        return damaged(fault.get(), request);
    }

    private ResponseDefinition damaged(Faults.Failure fault, Request request) {
        var answer = fault.effect() == Faults.Effect.ANSWER_LOST
                ? ResponseDefinitionBuilder.like(handler.apply(request))
                : new ResponseDefinitionBuilder();
        if (fault.status() != 0) {
            answer.withStatus(fault.status())
                    .withHeader("Content-Type", "application/json; charset=utf-8")
                    .withBody(Json.writePretty(StripeProblem.outage().body()));
        }
        if (fault.connection() != null) {
            answer.withFault(fault.connection());
        }
        if (fault.delay().isPositive()) {
            answer.withFixedDelay((int) fault.delay().toMillis());
        }
        return answer.build();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }
}
