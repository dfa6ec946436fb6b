package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The description of the API is valid OpenAPI 3.1 and follows the Dutch API design rules, as a linter reads them. */
@ApiTest
class ApiDesignRulesTests {

    private static final Path RULES = Path.of("src/test/api-rules");
    private static final Path LINTER = RULES.resolve("node_modules/@stoplight/spectral-cli/dist/index.js");

    @Autowired
    ApiCaller api;

    @TempDir
    Path directory;

    @Test
    void givesTheLinterNothingToSay() throws Exception {
        assertThat(lint(api.get("", "/api/v1/openapi.json").text())).isEqualTo("[]");
    }

    @Test
    void hasALinterThatFindsWhatIsWrong() throws Exception {
        String bad = """
                {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/api/v1/getThings/": {"get": {
                    "responses": {"200": {"description": "Yes", "content": {"application/json": {"schema":
                        {"$ref": "#/components/schemas/Nowhere"}}}}}}}}}""";
        assertThat(lint(bad)).contains("invalid-ref", "adr-semver", "adr-no-trailing-slash", "adr-version-header");
    }

    private String lint(String description) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("openapi.json"), description);
        Process linter = new ProcessBuilder(
                        "node",
                        LINTER.toString(),
                        "lint",
                        file.toString(),
                        "--ruleset",
                        RULES.resolve("ruleset.yaml").toString(),
                        "--format",
                        "json",
                        "--quiet")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(linter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        linter.waitFor();
        return said.strip();
    }
}
