package nl.inkoopkompas.evidence;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The virus scanner of this installation; without one, files are kept and marked as not scanned. */
@Configuration(proxyBeanMethods = false)
class VirusScanning {

    @Bean
    VirusScanner virusScanner(
            @Value("${inkoopkompas.virus-scanner.host:}") String host,
            @Value("${inkoopkompas.virus-scanner.port:3310}") int port,
            @Value("${inkoopkompas.virus-scanner.timeout:30s}") Duration timeout) {
        return host.isBlank() ? file -> VirusScanner.Scan.NOT_SCANNED : new ClamdScanner(host, port, timeout);
    }
}
