package nl.inkoopkompas.register;

import nl.inkoopkompas.database.MigratedDatabase;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PostgreSQL is there for one platform")
class TamperingOnPostgresTests extends TamperingTests {

    @Override
    MigratedDatabase emptyDatabase() {
        return MigratedDatabase.onPostgres();
    }
}
