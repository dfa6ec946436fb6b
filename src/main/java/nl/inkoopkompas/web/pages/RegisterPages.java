package nl.inkoopkompas.web.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.Person;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.exceptioncontract.ExceptionType;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.RegisteredDecision;
import nl.inkoopkompas.register.Replays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Every decision of every type: the list, and one decision with all that it rests on. */
@Controller
@RequestMapping(RegisterPages.PATH)
class RegisterPages {

    static final String PATH = "/register";
    static final String REPLAY = PATH + "/{id}/opnieuw";

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int PAGE_SIZE = 25;

    private final DecisionRegister register;
    private final Replays replays;
    private final RegisterViews views;
    private final AccessTable access;

    RegisterPages(DecisionRegister register, Replays replays, RegisterViews views, AccessTable access) {
        this.register = register;
        this.replays = replays;
        this.views = views;
        this.access = access;
    }

    /** What the list is narrowed by, as the address has it; empty for nothing. */
    record Query(String soort, String uitkomst, String contract, String van, String tot, String zoek) {

        boolean isNarrowed() {
            return !(soort + uitkomst + contract + van + tot + zoek).isEmpty();
        }

        String address(int page) {
            var address = UriComponentsBuilder.fromPath(PATH);
            add(address, "soort", soort);
            add(address, "uitkomst", uitkomst);
            add(address, "contract", contract);
            add(address, "van", van);
            add(address, "tot", tot);
            if (page > 1) {
                address.queryParam("pagina", page);
            }
            return zoek.isEmpty()
                    ? address.encode().toUriString()
                    : address.queryParam("zoek", "{text}")
                            .encode()
                            .buildAndExpand(zoek)
                            .toUriString();
        }

        private static void add(UriComponentsBuilder address, String name, String value) {
            if (!value.isEmpty()) {
                address.queryParam(name, value);
            }
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String soort,
            @RequestParam(defaultValue = "") String uitkomst,
            @RequestParam(defaultValue = "") String contract,
            @RequestParam(defaultValue = "") String van,
            @RequestParam(defaultValue = "") String tot,
            @RequestParam(defaultValue = "") String zoek,
            @RequestParam(defaultValue = "1") String pagina,
            @AuthenticationPrincipal Person person,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        String text = CONTROL.matcher(zoek).replaceAll(" ").strip();
        boolean refused = CitizenNumber.occursIn(text);
        var query = new Query(id(soort), id(uitkomst), id(contract), day(van), day(tot), refused ? "" : text);
        if (refused) {
            redirect.addFlashAttribute("searchRefused", true);
            return "redirect:" + query.address(1); // so that the number does not stay in the address either
        }
        int page = pagina.matches("[1-9]\\d{0,6}") ? Integer.parseInt(pagina) : 1;
        DecisionFilter filter = DecisionFilter.all()
                .ofType(query.soort().isEmpty() ? null : query.soort())
                .withOutcomes(query.uitkomst().isEmpty() ? List.of() : List.of(query.uitkomst()))
                .withContracts(query.contract().isEmpty() ? List.of() : List.of(query.contract()))
                .withText(query.zoek().isEmpty() ? null : query.zoek())
                .recordedBetween(start(query.van(), 0), start(query.tot(), 1));
        String hidden = hidden(access, person);
        var found = register.find(hidden == null ? filter : filter.without(hidden), page, PAGE_SIZE);
        int total = Math.toIntExact(found.total());
        if (found.items().isEmpty() && total > 0) {
            return "redirect:" + query.address((total + PAGE_SIZE - 1) / PAGE_SIZE);
        }
        model.addAttribute(
                "list",
                views.list(found.items(), query, Pager.of(page, PAGE_SIZE, total, query::address), hidden, locale));
        model.addAttribute("verifies", access.allows(person.role(), "GET", PATH + "/controle"));
        return "register";
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, @AuthenticationPrincipal Person person, Locale locale, Model model) {
        model.addAttribute("decision", views.one(find(id, person), locale));
        model.addAttribute("replays", access.allows(person.role(), "GET", REPLAY));
        return "register-besluit";
    }

    @GetMapping("/{id}/opnieuw")
    String replay(@PathVariable String id, @AuthenticationPrincipal Person person, Locale locale, Model model) {
        RegisteredDecision found = find(id, person);
        model.addAttribute("decision", views.one(found, locale));
        model.addAttribute("replay", replays.replay(found));
        model.addAttribute("replays", true);
        return "register-besluit";
    }

    private RegisteredDecision find(String id, Person person) {
        return Optional.ofNullable(ApplicationPages.uuid(id))
                .flatMap(register::byId)
                .filter(found -> !found.summary().type().equals(hidden(access, person)))
                .orElseThrow(NotFound::new);
    }

    /** The type that this person may not see; null for none. */
    static @Nullable String hidden(AccessTable access, Person person) {
        return access.allows(person.role(), "GET", "/api/v1/exception-contracts") ? null : ExceptionType.NAME;
    }

    private static String id(String text) {
        return ID.matcher(text).matches() ? text : "";
    }

    private static String day(String text) {
        try {
            return text.matches("[12]\\d{3}-\\d{2}-\\d{2}")
                    ? LocalDate.parse(text).toString()
                    : "";
        } catch (DateTimeException noDay) {
            return "";
        }
    }

    private static @Nullable Instant start(String day, int later) {
        return day.isEmpty()
                ? null
                : LocalDate.parse(day)
                        .plusDays(later)
                        .atStartOfDay(Formats.ZONE)
                        .toInstant();
    }
}
