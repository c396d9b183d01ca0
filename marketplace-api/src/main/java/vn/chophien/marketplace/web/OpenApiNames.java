package vn.chophien.marketplace.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives the generated description the names that are sent: the generator reads Java's names, while JSON is written in
 * snake case. Adds the answer that every operation may give, a problem.
 */
final class OpenApiNames {
    private static final String PROBLEM = "Problem";

    void apply(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        if (schemas != null) {
            schemas.values().forEach(this::rename);
        }
        document.getComponents().addSchemas(PROBLEM, problem());
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(OpenApiNames::mayGoWrong);
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the generator's model has raw types
    private void rename(Schema<?> schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            var renamed = new LinkedHashMap<String, Schema>();
            properties.forEach((name, property) -> {
                rename(property);
                renamed.put(WireNames.of(name), property);
            });
            schema.setProperties(renamed);
        }
        if (schema.getRequired() != null) {
            var names = schema.getRequired().stream().map(WireNames::of).toList();
            schema.setRequired(names);
        }
        if (schema.getItems() != null) {
            rename(schema.getItems());
        }
    }

    private static void mayGoWrong(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("What the request got instead, if it was refused or failed.")
                                .content(new Content()
                                        .addMediaType(
                                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static Schema<?> problem() {
        var field = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema().description("Stable; compare this, not the texts."))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("request_id", new StringSchema())
                .addProperty("errors", new ArraySchema().items(field));
    }
}
