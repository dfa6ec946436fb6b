package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import nl.inkoopkompas.web.api.ApiCaller.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whoever keeps the program running sees whether it does, what it did, and gets a copy. */
@ApiTest
class OperationsTests {

    @TempDir
    static Path directory;

    @DynamicPropertySource
    static void inAFile(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> "jdbc:h2:file:" + directory.resolve("db"));
        properties.add("inkoopkompas.files", () -> directory.resolve("files").toString());
        properties.add(
                "inkoopkompas.backups", () -> directory.resolve("backups").toString());
    }

    @Autowired
    ApiCaller api;

    @Test
    void tellsAnybodyWhetherItLivesAndIsReady() {
        for (String path : new String[] {"", "/liveness", "/readiness"}) {
            Answer answer = api.get("", "/actuator/health" + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.json().path("status").asString()).isEqualTo("UP");
            assertThat(answer.json().has("components")).isFalse();
        }
    }

    @Test
    void countsWhatItRecorded() {
        double before = recorded();

        assertThat(api.post(
                                "inkoper",
                                "/api/v1/admissions",
                                ApiCaller.application().toString())
                        .status())
                .isEqualTo(201);
        assertThat(api.post(
                                "inkoper",
                                "/api/v1/admissions?record=false",
                                ApiCaller.application().toString())
                        .status())
                .isEqualTo(200);

        assertThat(recorded()).isEqualTo(before + 1);
        assertThat(metrics()).contains("http_server_requests_seconds_count", "jvm_memory_used_bytes", "hikaricp_");
    }

    @Test
    void makesACopyWhilePeopleWork() throws Exception {
        Files.createDirectories(directory.resolve("files"));
        Files.writeString(directory.resolve("files/bewijs.pdf"), "bewijs");

        Answer answer = copy("{\"name\": \"vannacht\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(directory.resolve("backups/vannacht.zip")).isNotEmptyFile();
        assertThat(copy("{\"name\": \"vannacht\"}").status()).isEqualTo(409);
        assertThat(copy("{\"name\": \"../vannacht\"}").status()).isEqualTo(400);
        assertThat(copy("{}").status()).isEqualTo(400);
        assertThat(api.get("inkoper", "/api/v1/products").status()).isEqualTo(200);
    }

    private Answer copy(String body) {
        return api.post("beheerder", "/actuator/backup", body);
    }

    private String metrics() {
        Answer answer = api.get("beheerder", "/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    private double recorded() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("inkoopkompas_decisions_recorded_total{"))
                .filter(line -> line.contains("type=\"admission\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
