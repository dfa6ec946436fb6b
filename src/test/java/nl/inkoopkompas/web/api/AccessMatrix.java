package nl.inkoopkompas.web.api;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.AccessTable.Row;
import nl.inkoopkompas.access.Role;

/** Every row of the access table for every role: what must be allowed, and what must be refused. */
final class AccessMatrix {

    private final List<String> wrong = new ArrayList<>();
    private int allowed;
    private int refused;

    private final AccessTable table;

    AccessMatrix(AccessTable table) {
        this.table = table;
    }

    /** Tells how a call is answered. */
    interface Caller<T> {

        T call(Role role, Row row);
    }

    /** How somebody without a name calls. */
    interface Anonymous<T> {

        T call(Row row);
    }

    List<String> wrong() {
        return wrong;
    }

    int allowed() {
        return allowed;
    }

    int refused() {
        return refused;
    }

    /** What programs call. */
    AccessMatrix ofCalls(Caller<Integer> caller, Anonymous<Integer> anonymous) {
        for (Row row : table.rows()) {
            if (isForPrograms(row)) {
                judge(row, caller);
                if ((anonymous.call(row) != 401) != row.isOpen()) {
                    wrong.add(row.method() + " " + row.path() + " as nobody: " + anonymous.call(row));
                }
            }
        }
        return this;
    }

    /** What people open. */
    AccessMatrix ofPages(Caller<HttpResponse<?>> caller, Anonymous<HttpResponse<?>> anonymous) {
        for (Row row : table.rows()) {
            if (isForPrograms(row) || row.path().equals("/uitloggen")) {
                continue;
            }
            judge(row, (role, asked) -> caller.call(role, asked).statusCode());
            HttpResponse<?> answer = anonymous.call(row);
            boolean sentToLogin = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").endsWith("/inloggen");
            boolean refused = sentToLogin || answer.statusCode() == 403; // the latter for a form without its token
            if (refused == row.isOpen() || answer.statusCode() >= 500) {
                wrong.add(row.method() + " " + row.path() + " as nobody: " + answer.statusCode());
            }
        }
        return this;
    }

    /** The address of a row, with something in the place of what varies. */
    static String address(Row row) {
        return row.path().replaceAll("\\{\\w+}", "x").replace("**", "x")
                + (row.query() == null ? "" : "?" + row.query());
    }

    static HttpResponse<String> opened(PageCaller browser, Row row) {
        if (row.path().equals("/inloggen") && row.method().equals("POST")) {
            return browser.get("/inloggen"); // logging in is what the browsers did before
        }
        return row.method().equals("GET") ? browser.get(address(row)) : browser.post(address(row), "x=y");
    }

    private void judge(Row row, Caller<Integer> caller) {
        for (Role role : Role.values()) {
            int status = caller.call(role, row);
            boolean expected = row.isOpen() || row.roles().contains(role);
            if ((status != 403) != expected || status == 401 || status == 429 || status >= 500) {
                wrong.add(row.method() + " " + row.path() + " as " + role + ": " + status);
            }
            if (expected) {
                allowed++;
            } else {
                refused++;
            }
        }
    }

    private static boolean isForPrograms(Row row) {
        return row.path().startsWith("/api/") || row.path().startsWith("/actuator/");
    }
}
