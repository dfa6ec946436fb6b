package nl.inkoopkompas.web.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do in the demo, as files tell it. */
final class DemoScript {

    private DemoScript() {}

    /** @param name below {@code demo}, without its ending */
    static JsonNode read(String name) throws IOException {
        try (InputStream file = new ClassPathResource("demo/" + name + ".json").getInputStream()) {
            return JsonMapper.shared().readTree(file);
        }
    }

    /** As a program would send it. */
    static byte[] sent(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
