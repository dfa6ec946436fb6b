package nl.inkoopkompas.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import nl.inkoopkompas.register.Verification;
import nl.inkoopkompas.register.Verifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the register is what it was. */
@RestController
@Tag(name = "Audit", description = "Controle: verify the register")
class AuditApi {

    private final Verifier verifier;

    AuditApi(Verifier verifier) {
        this.verifier = verifier;
    }

    @GetMapping(path = "/api/v1/audit/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Verify the whole register",
            description = "Follows the chain of seals, the digest of every entry and the lists that show them.")
    Verification verify() {
        return verifier.verify();
    }
}
