package nl.inkoopkompas.correspondence;

import nl.inkoopkompas.web.api.OnPostgres;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.test.context.ContextConfiguration;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PostgreSQL is there for one platform")
@ContextConfiguration(initializers = OnPostgres.class)
class CaseLettersOnPostgresTests extends CaseLettersTests {}
