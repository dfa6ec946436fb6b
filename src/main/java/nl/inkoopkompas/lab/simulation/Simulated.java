package nl.inkoopkompas.lab.simulation;

/** Where the rule books of a simulation come from: the same for the same job, also after a restart. */
interface Simulated {

    /** Refuses a job of which the draft is gone with an {@link IllegalStateException}. */
    Books books(Job job);
}
