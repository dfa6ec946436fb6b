package nl.inkoopkompas.exceptioncontract;

/** What a list of cases is sorted by. */
public enum CaseOrder {
    NEWEST("submitted_at desc, id desc"),
    DUE_FIRST("due_on nulls last, submitted_at, id");

    private final String sql;

    CaseOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
