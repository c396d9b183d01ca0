package vn.chophien.paymentsandbox;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** Test controls beside WireMock's own, under {@code /__admin/sandbox}; the README lists them. */
final class SandboxAdmin implements AdminApiExtension {

    private final Gateway gateway;

    SandboxAdmin(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String getName() {
        return "sandbox-admin";
    }

    /** Each route needs a lambda of its own: WireMock finds a task's path by the task's class. */
    @Override
    public void contributeAdminApiRoutes(Router router) {
        router.add(RequestMethod.GET, "/sandbox/webhooks", (admin, event, path) -> answer(event, body -> deliveries()));
        router.add(RequestMethod.PUT, "/sandbox/webhooks", (admin, event, path) -> answer(event, this::steer));
        router.add(
                RequestMethod.POST, "/sandbox/webhooks/release", (admin, event, path) -> answer(event, this::release));
        router.add(RequestMethod.POST, "/sandbox/webhooks/repeat", (admin, event, path) -> answer(event, this::repeat));
        router.add(RequestMethod.POST, "/sandbox/faults", (admin, event, path) -> answer(event, this::fault));
        router.add(RequestMethod.DELETE, "/sandbox/faults", (admin, event, path) -> answer(event, this::mend));
        router.add(RequestMethod.PUT, "/sandbox/processing", (admin, event, path) -> answer(event, this::processing));
    }

    private ObjectNode mend(ObjectNode body) {
        gateway.faults.clear();
        return Json.object();
    }

    private ObjectNode deliveries() {
        var answer = Json.object();
        var list = answer.putArray("deliveries");
        gateway.webhooks.deliveries().forEach(list::add);
        return answer;
    }

    private ObjectNode steer(ObjectNode body) {
        if (body.hasNonNull("mode")) {
            gateway.webhooks.mode(Webhooks.Mode.valueOf(body.get("mode").asText()));
        }
        if (body.hasNonNull("delay_ms")) {
            gateway.webhooks.delay(Duration.ofMillis(body.get("delay_ms").asLong()));
        }
        return Json.object();
    }

    private ObjectNode release(ObjectNode body) {
        var order = body.hasNonNull("order")
                ? Webhooks.Order.valueOf(body.get("order").asText())
                : Webhooks.Order.AS_HAPPENED;
        return Json.object().put("released", gateway.webhooks.release(order));
    }

    private ObjectNode repeat(ObjectNode body) {
        var event = body.path("event").asText();
        if (!gateway.webhooks.repeat(event, body.path("times").asInt(1))) {
            throw new IllegalArgumentException("No event '%s' happened; only those can be repeated".formatted(event));
        }
        return Json.object();
    }

    private ObjectNode fault(ObjectNode body) {
        gateway.faults.order(new Faults.Failure(
                body.path("method").asText("POST"),
                body.path("path").asText("/v1/.*"),
                body.path("times").asInt(1),
                Faults.Effect.valueOf(body.path("effect").asText("NOTHING_HAPPENED")),
                body.path("status").asInt(0),
                body.hasNonNull("connection")
                        ? Fault.valueOf(body.get("connection").asText())
                        : null,
                Duration.ofMillis(body.path("delay_ms").asLong(0))));
        return Json.object();
    }

    private ObjectNode processing(ObjectNode body) {
        var millis = body.path("duration_ms").asLong(0);
        gateway.processing(millis == 0 ? null : Duration.ofMillis(millis));
        return Json.object();
    }

    private static ResponseDefinition answer(ServeEvent event, UnaryOperator<ObjectNode> control) {
        try {
            var body = event.getRequest().getBodyAsString();
            return json(200, control.apply(body.isBlank() ? Json.object() : Json.parse(body)));
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            return json(422, Json.object().put("error", String.valueOf(refused.getMessage())));
        }
    }

    private static ResponseDefinition json(int status, ObjectNode body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(Json.writePretty(body))
                .build();
    }
}
