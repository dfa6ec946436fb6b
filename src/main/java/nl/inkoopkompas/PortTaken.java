package nl.inkoopkompas;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says at start that another program listens on the port already, and what to do. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        return new FailureAnalysis(
                "Poort " + taken.getPort() + " is al in gebruik, misschien door een Inkoopkompas dat nog draait (port "
                        + taken.getPort() + " is in use already, perhaps by this program).",
                "Stop dat programma, of kies een andere poort: --server.port=" + (taken.getPort() + 1)
                        + " (stop it, or choose another port).",
                taken);
    }
}
