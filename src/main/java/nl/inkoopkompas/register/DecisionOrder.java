package nl.inkoopkompas.register;

/** What a list of decisions can be sorted by; equal ones come newest first. */
public enum DecisionOrder {
    NEWEST("recorded_at desc, id desc"),
    OLDEST("recorded_at, id"),
    APPLICANT("applicant_sort, recorded_at desc, id desc"),
    APPLICANT_DESCENDING("applicant_sort desc, recorded_at desc, id desc"),
    AS_OF("as_of, recorded_at desc, id desc"),
    AS_OF_DESCENDING("as_of desc, recorded_at desc, id desc");

    private final String sql;

    DecisionOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
