package nl.inkoopkompas.retention;

import java.util.Locale;

/**
 * A kind of record that is kept for a time of its own. Whoever sets no day for a kind keeps all of it. A request for an
 * exception counts once it is finished; an approved one that still runs is kept.
 */
enum RecordKind {
    ADMISSION("", "d.type = 'admission'"),
    PROCEDURE(".procedure", "d.type = 'procedure'"),
    TRANSITION(".transition", "d.type = 'transition'"),
    EXCEPTION_APPROVED(".exception-approved", exception("result = 'APPROVED' and status = 'CLOSED'")),
    EXCEPTION_REJECTED(".exception-rejected", exception("result = 'REJECTED'")),
    EXCEPTION_WITHDRAWN(".exception-withdrawn", exception("result = 'WITHDRAWN'")),
    EXCEPTION_NOT_NEEDED(".exception-not-needed", exception("kind = 'NOT_NEEDED'"));

    private final String setting;
    private final String condition;

    RecordKind(String setting, String condition) {
        this.setting = "inkoopkompas.retention" + setting;
        this.condition = condition;
    }

    private static String exception(String which) {
        return "exists (select 1 from exception_case c where c.id = d.id and c." + which.replace(" and ", " and c.")
                + ")";
    }

    /** What the day is called that settings give for it. */
    String setting() {
        return setting;
    }

    /** Which first decisions, {@code d}, are of this kind. */
    String condition() {
        return condition;
    }

    /** {@code EXCEPTION_APPROVED} as people read it. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
