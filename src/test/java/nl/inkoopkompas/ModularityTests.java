package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules depend on each other as their package-info says, without cycles. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(InkoopkompasApplication.class);

    @Test
    void eachModuleUsesOnlyWhatItDeclares() {
        modules.verify();
    }

    @Test
    void everyTopLevelPackageIsAModule() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("rulebook", "decision", "register", "admission", "access", "web");
    }
}
