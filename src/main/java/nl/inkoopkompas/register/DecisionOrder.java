package nl.inkoopkompas.register;

/** What a list of decisions can be sorted by; equal ones come newest first. */
public enum DecisionOrder {
    NEWEST("recorded_at desc, id desc"),
    OLDEST("recorded_at, id"),
    APPLICANT("lower(applicant_name), recorded_at desc, id desc"),
    APPLICANT_DESCENDING("lower(applicant_name) desc, recorded_at desc, id desc"),
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
