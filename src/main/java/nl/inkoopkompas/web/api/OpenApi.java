package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.rulebook.SchemaFile;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Describes the API: what the controllers do not say themselves, and the input schemas of the rule book in force. */
@Configuration
class OpenApi {

    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final YAMLMapper JSON_SCHEMAS = new YAMLMapper();
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "Something in the call is not valid; errors says what and where",
            "401", "Nobody is logged in",
            "403", "The role of this person does not permit this",
            "404", "This does not exist, or is not for this person to see",
            "406", "The format that is asked for is not available",
            "413", "More than 1 MB of JSON",
            "415", "The body is no application/json",
            "422", "The Idempotency-Key came with another request before");

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Inkoopkompas")
                        .version("1.0.0")
                        .description("Explained admission decisions for the procurement of care under the Jeugdwet and"
                                + " the Wmo. Texts are Dutch, or English with Accept-Language: en.")
                        .contact(new Contact().name("Inkoopkompas"))
                        .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")))
                .servers(List.of(new Server().url("/").description("This server")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("In the demo profile")))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }

    @Bean
    OpenApiCustomizer whatAllCallsShare(AccessTable access) {
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    describe(operation, method);
                    ParameterWords.describe(operation);
                    operation.addExtension(
                            "x-roles",
                            access.rows().stream()
                                    .filter(row -> row.path().equals(path)
                                            && row.method().equals(method.name()))
                                    .map(row -> row.query() == null ? row.roles() : Map.of(row.query(), row.roles()))
                                    .toList());
                }));
    }

    /** Made anew for each reading, since another rule book may be in force by then. */
    @Bean
    OpenApiCustomizer inputSchemas(CurrentRuleBook current) {
        return api -> {
            RuleBook book = current.get();
            api.getComponents().addSchemas("Problem", problem());
            for (String decision : book.policies().keySet()) {
                api.getComponents().addSchemas(name(decision), InputSchema.of(SchemaFile.of(book.files(), decision)));
            }
            JSON_SCHEMAS
                    .readTree(OpenApi.class.getResourceAsStream("/api/requests.yaml"))
                    .properties()
                    .forEach(schema ->
                            api.getComponents().addSchemas(schema.getKey(), InputSchema.of(schema.getValue())));
        };
    }

    /** A decision is richer than its Java type, and some of its fields can be null. */
    @Bean
    OpenApiCustomizer decisionSchema() {
        return api -> {
            @SuppressWarnings("rawtypes")
            Map<String, Schema> schemas = api.getComponents().getSchemas();
            Schema<?> decision = schemas.get("Decision");
            if (decision == null) {
                return;
            }
            decision.getProperties().remove("particulars");
            decision.addProperty("context", InputSchema.typed("object"));
            decision.addProperty("products", InputSchema.typed("array").items(productOutcome()));
            Set<String> ofOneType = new LinkedHashSet<>(List.of("products", "unused"));
            JSON_SCHEMAS
                    .readTree(OpenApi.class.getResourceAsStream("/api/particulars.yaml"))
                    .forEach(type -> type.properties().forEach(field -> {
                        decision.addProperty(field.getKey(), InputSchema.of(field.getValue()));
                        ofOneType.add(field.getKey());
                    }));
            decision.addProperty(
                    "unused",
                    InputSchema.typed("array")
                            .items(InputSchema.typed("string").description("JSON Pointer into the request"))
                            .description("Judgements and responses that had nothing to act on"));
            schemas.put("JsonNode", new JsonSchema().description("Any JSON"));
            allFieldsAreThere(schemas, "Decision", "id", "previous", "recordedAt", "recordedBy");
            allFieldsAreThere(schemas, "Finding", "remedy");
            allFieldsAreThere(schemas, "Fact", "value");
            allFieldsAreThere(schemas, "AppliedNorm", "value", "unit");
            allFieldsAreThere(schemas, "Remedy", "metFrom");
            allFieldsAreThere(schemas, "Change", "from", "to");
            allFieldsAreThere(schemas, "NextStep", "dueOn");
            allFieldsAreThere(schemas, "DecisionItem", "contract", "applicant");
            allFieldsAreThere(schemas, "Determination", "motivation", "reading");
            allFieldsAreThere(schemas, "Verification", "head", "firstBroken");
            allFieldsAreThere(schemas, "DecisionPage");
            allFieldsAreThere(schemas, "ContractedProvider", "municipalities", "to", "capacity");
            allFieldsAreThere(schemas, "ContractedPage");
            allFieldsAreThere(schemas, "Document", "expiresOn");
            allFieldsAreThere(schemas, "Lapse", "document");
            allFieldsAreThere(schemas, "RuleBookItem");
            allFieldsAreThere(schemas, "RuleBookPage");
            decision.getRequired().removeAll(ofOneType);
        };
    }

    @SuppressWarnings("rawtypes")
    private static void allFieldsAreThere(Map<String, Schema> schemas, String name, String... nullable) {
        Schema<?> schema = schemas.get(name);
        if (schema == null) {
            return;
        }
        schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
        for (String field : nullable) {
            Schema property = schema.getProperties().get(field);
            if (property == null) {
                throw new IllegalStateException(name + " has no field " + field);
            }
            if (property.get$ref() != null) {
                JsonSchema either = new JsonSchema();
                either.anyOf(List.of(new JsonSchema().$ref(property.get$ref()), InputSchema.typed("null")));
                schema.addProperty(field, either);
            } else if (property.getTypes() != null) {
                Set<String> types = new LinkedHashSet<>(property.getTypes());
                types.add("null");
                property.setTypes(types);
            }
        }
    }

    private static Schema<?> productOutcome() {
        return InputSchema.object(Map.of("code", "Code of the product", "outcome", "What is proposed for it"));
    }

    private static void describe(Operation operation, PathItem.HttpMethod method) {
        operation.addParametersItem(new HeaderParameter()
                .name("Accept-Language")
                .description("nl (default) or en")
                .schema(new StringSchema()._enum(List.of("nl", "en"))));
        operation.getResponses().forEach((status, response) -> {
            response.addHeaderObject("API-Version", header("Version of the API"));
            response.addHeaderObject("Content-Language", header("nl or en"));
            if (status.equals("201")) {
                response.addHeaderObject("Location", header("Where the decision can be read"));
            }
        });
        List<String> statuses = method == PathItem.HttpMethod.POST
                ? List.of("400", "401", "403", "406", "413", "415", "422")
                : List.of("400", "401", "403", "404", "406");
        statuses.forEach(status -> operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(REFUSALS.get(status))
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(new Schema<>().$ref(PROBLEM))))));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static Schema<?> problem() {
        Schema<?> error = InputSchema.object(Map.of(
                "pointer", "JSON Pointer into the body; empty for the call as a whole", "detail", "What is wrong"));
        Schema<?> problem = InputSchema.object(Map.of(
                "type", "Name of the kind of problem", "title", "The kind of problem", "detail", "What is wrong"));
        problem.addProperty("status", InputSchema.typed("integer"));
        problem.addProperty("errors", new ArraySchema().items(error).types(Set.of("array")));
        return problem.description("Why a call was refused (RFC 9457)");
    }

    private static String name(String decision) {
        if (decision.equals("exceptioncontract")) {
            return "ExceptionContractRequest";
        }
        StringBuilder name = new StringBuilder();
        for (String part : decision.split("-")) {
            name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        return name.append("Request").toString();
    }
}
