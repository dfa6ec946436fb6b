package nl.inkoopkompas.lab.simulation;

import nl.inkoopkompas.database.MigratedDatabase;

class RunnerOnPostgresTests extends RunnerTests {

    @Override
    MigratedDatabase emptyDatabase() {
        return MigratedDatabase.onPostgres();
    }
}
