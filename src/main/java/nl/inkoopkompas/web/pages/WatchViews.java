package nl.inkoopkompas.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Refusal;
import nl.inkoopkompas.access.Role;
import nl.inkoopkompas.access.Views;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the pages about access from what was written down. */
final class WatchViews {

    private WatchViews() {}

    /**
     * A line of the access table.
     *
     * @param roles empty where nobody needs to log in
     */
    record Permission(String does, String call, List<String> roles, boolean everybody) {}

    /** @param kind {@code pages}, {@code api} or {@code operations} */
    record Group(String kind, List<Permission> permissions) {}

    /** @param href the dossier, null when it has no page */
    record ViewRow(
            String when,
            String username,
            String role,
            String kind,
            String id,
            @Nullable String href) {}

    record RefusalRow(
            String when, @Nullable String username, boolean known, String call, String address, String reason) {}

    static List<Group> permissions(List<AccessTable.Row> rows, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        Map<String, List<Permission>> groups = new LinkedHashMap<>();
        List.of("pages", "api", "operations").forEach(kind -> groups.put(kind, new ArrayList<>()));
        for (AccessTable.Row row : rows) {
            String kind = row.path().startsWith("/api/")
                    ? "api"
                    : row.path().startsWith("/actuator/") ? "operations" : "pages";
            groups.computeIfAbsent(kind, any -> new ArrayList<>())
                    .add(new Permission(
                            english ? row.english() : row.dutch(),
                            row.method() + " " + row.path() + (row.query() == null ? "" : "?" + row.query()),
                            row.roles().stream().sorted().map(Role::name).toList(),
                            row.roles().size() == Role.values().length));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    static List<ViewRow> views(List<Views.View> views, Locale locale) {
        return views.stream()
                .map(view -> new ViewRow(
                        moment(view.at(), locale),
                        view.username(),
                        view.role().name(),
                        view.kind(),
                        view.id(),
                        page(view)))
                .toList();
    }

    private static @Nullable String page(Views.View view) {
        return switch (view.kind()) {
            case "decision" -> ApplicationFilter.PATH + "/" + view.id();
            case "exception" -> "/uitzonderingen/" + view.id();
            default -> null;
        };
    }

    static List<RefusalRow> refusals(List<Refusal> refusals, Locale locale) {
        return refusals.stream()
                .map(refusal -> new RefusalRow(
                        moment(refusal.at(), locale),
                        refusal.username(),
                        refusal.known(),
                        refusal.method() + " " + refusal.path(),
                        refusal.address(),
                        refusal.reason().name()))
                .toList();
    }

    static Pager pager(
            String path, @Nullable String dossier, @Nullable String username, int page, int size, long total) {
        Map<String, String> filled = new LinkedHashMap<>();
        if (dossier != null) {
            filled.put("dossier", dossier);
        }
        if (username != null) {
            filled.put("wie", username);
        }
        return Pager.of(page, size, Math.toIntExact(total), number -> {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            filled.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
            return address.queryParam("pagina", number)
                    .encode()
                    .buildAndExpand(filled)
                    .toUriString();
        });
    }

    private static String moment(Instant at, Locale locale) {
        Formats formats = new Formats(locale);
        return formats.shortDate(Formats.dateOf(at)) + ", " + formats.time(at);
    }
}
