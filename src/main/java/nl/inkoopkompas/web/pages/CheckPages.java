package nl.inkoopkompas.web.pages;

import java.util.Locale;
import java.util.Optional;
import nl.inkoopkompas.admission.Dossiers;
import nl.inkoopkompas.register.Replays;
import nl.inkoopkompas.register.Verifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Checks: deciding one decision again, and verifying the whole register. */
@Controller
class CheckPages {

    static final String DECISION = ApplicationFilter.PATH + "/{id}/controle";

    private static final String REGISTER = "/register/controle";

    private final Dossiers dossiers;
    private final Replays replays;
    private final Verifier verifier;

    CheckPages(Dossiers dossiers, Replays replays, Verifier verifier) {
        this.dossiers = dossiers;
        this.replays = replays;
        this.verifier = verifier;
    }

    @GetMapping(DECISION)
    String decision(@PathVariable String id, Locale locale, Model model) {
        var dossier = Optional.ofNullable(ApplicationPages.uuid(id))
                .flatMap(dossiers::of)
                .orElseThrow(NotFound::new);
        var decision = dossier.asked();
        model.addAttribute("decision", decision.summary());
        model.addAttribute(
                "recordedOn",
                new Formats(locale).date(Formats.dateOf(decision.summary().recordedAt())));
        model.addAttribute("receipt", decision.decision());
        model.addAttribute("replay", replays.replay(decision));
        return "controle";
    }

    /** @param nu whether to verify now: it takes long on a large register */
    @GetMapping(REGISTER)
    String register(@RequestParam(required = false) @Nullable String nu, Model model) {
        if (nu != null) {
            model.addAttribute("verification", verifier.verify());
        }
        return "register-controle";
    }
}
