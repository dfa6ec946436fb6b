package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.io.support.SpringFactoriesLoader;

class PortTakenTests {

    @Test
    void saysWhichPortIsTakenAndWhatToDo() {
        List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, e) -> {}));
        var failure = new PortInUseException(8080, new BindException("Address already in use"));

        FailureAnalysis first = analyzers.stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(analysis -> analysis != null)
                .findFirst()
                .orElseThrow();

        assertThat(first.getDescription()).startsWith("Poort 8080 is al in gebruik");
        assertThat(first.getAction()).contains("--server.port=8081");
    }
}
