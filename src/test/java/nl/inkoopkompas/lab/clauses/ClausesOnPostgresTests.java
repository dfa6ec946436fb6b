package nl.inkoopkompas.lab.clauses;

import nl.inkoopkompas.database.MigratedDatabase;

/** The explanations on PostgreSQL. */
class ClausesOnPostgresTests extends ClausesTests {

    @Override
    MigratedDatabase database() {
        return MigratedDatabase.onPostgres();
    }
}
