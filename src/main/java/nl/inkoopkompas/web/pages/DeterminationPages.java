package nl.inkoopkompas.web.pages;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.inkoopkompas.admission.Determinations;
import nl.inkoopkompas.admission.Dossiers;
import nl.inkoopkompas.decision.NotByYou;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.rulebook.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a person decides on a dossier, and what a second reader says of it. */
@Controller
class DeterminationPages {

    static final String DETERMINE = ApplicationFilter.PATH + "/{id}/besluit";
    static final String READING = ApplicationFilter.PATH + "/{id}/besluit/lezing";

    private static final String MOTIVATION = "motivering";
    private static final String MOTIVATION_FIELD = "motivation";
    private static final String PRODUCT = "product ";

    private final Determinations determinations;
    private final Dossiers dossiers;
    private final ApplicationPages pages;
    private final Clock clock;

    DeterminationPages(Determinations determinations, Dossiers dossiers, ApplicationPages pages, Clock clock) {
        this.determinations = determinations;
        this.dossiers = dossiers;
        this.pages = pages;
        this.clock = clock;
    }

    /** Whoever asks for the address of a form finds the form. */
    @GetMapping({DETERMINE, READING})
    String form(@PathVariable String id) {
        return "redirect:" + ApplicationFilter.PATH + "/"
                + Optional.ofNullable(ApplicationPages.uuid(id)).orElseThrow(NotFound::new) + "#besluit";
    }

    @PostMapping(DETERMINE)
    ModelAndView determine(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            Principal principal,
            Locale locale,
            RedirectAttributes redirect) {
        Map<String, String> filledIn = new LinkedHashMap<>();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        sent.forEach((name, value) -> {
            if (name.startsWith(PRODUCT)) {
                String code = name.substring(PRODUCT.length());
                filledIn.put(code, value);
                body.withArray("products").addObject().put("code", code).put("outcome", value);
            }
        });
        filledIn.put(MOTIVATION, sent.getOrDefault(MOTIVATION, ""));
        body.put(MOTIVATION_FIELD, sent.getOrDefault(MOTIVATION, ""));
        return act(id, body, filledIn, principal, locale, redirect, determinations::determine);
    }

    @PostMapping(READING)
    ModelAndView read(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            Principal principal,
            Locale locale,
            RedirectAttributes redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("agreed", "ja".equals(sent.get("akkoord")));
        body.put(MOTIVATION_FIELD, sent.getOrDefault(MOTIVATION, ""));
        return act(id, body, Map.of(), principal, locale, redirect, determinations::read);
    }

    private interface Act {

        Object apply(UUID decision, byte[] json, Instant at, String by);
    }

    private ModelAndView act(
            String id,
            ObjectNode body,
            Map<String, String> filledIn,
            Principal principal,
            Locale locale,
            RedirectAttributes redirect,
            Act act) {
        UUID decision = Optional.ofNullable(ApplicationPages.uuid(id))
                .filter(found -> dossiers.of(found).isPresent())
                .orElseThrow(NotFound::new);
        Language language = Language.of(locale);
        try {
            act.apply(decision, body.toString().getBytes(StandardCharsets.UTF_8), clock.instant(), principal.getName());
            redirect.addFlashAttribute("recorded", "determination");
            return new ModelAndView("redirect:" + ApplicationFilter.PATH + "/" + id);
        } catch (RequestRefused refused) {
            String why = refused.refusals().stream()
                    .map(refusal -> capital(refusal.detail().in(language)) + ".")
                    .distinct()
                    .collect(Collectors.joining(" "));
            return again(decision, filledIn, why, HttpStatus.UNPROCESSABLE_CONTENT, principal, locale);
        } catch (WrongState wrong) {
            return again(decision, filledIn, wrong.why().in(language), HttpStatus.CONFLICT, principal, locale);
        } catch (NotByYou forbidden) {
            return again(decision, filledIn, forbidden.why().in(language), HttpStatus.FORBIDDEN, principal, locale);
        }
    }

    private ModelAndView again(
            UUID decision,
            Map<String, String> filledIn,
            String why,
            HttpStatus status,
            Principal principal,
            Locale locale) {
        ModelAndView page = pages.dossier(decision, null, null, filledIn, principal, locale);
        page.addObject("refused", why);
        page.setStatus(status);
        return page;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
