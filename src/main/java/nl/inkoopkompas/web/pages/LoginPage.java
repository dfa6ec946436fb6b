package nl.inkoopkompas.web.pages;

import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in; the form itself is for Spring Security to judge. */
@Controller
class LoginPage {

    /** Why the issuer or this program did not let somebody in. */
    private static final Set<String> REASONS =
            Set.of("failed", "issuer-away", "no-username", "no-role", "several-roles", "no-municipality");

    private final Surroundings surroundings;

    LoginPage(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @GetMapping("/inloggen")
    String login(
            @RequestParam(required = false) @Nullable String fout,
            @RequestParam(required = false) @Nullable String uitgelogd,
            @RequestParam(defaultValue = "") String reden,
            @Nullable Principal principal,
            Model model) {
        if (principal != null) {
            return "redirect:/";
        }
        model.addAttribute("failed", fout != null);
        model.addAttribute("reason", REASONS.contains(reden) ? reden : null);
        model.addAttribute("loggedOut", uitgelogd != null);
        model.addAttribute("demoUsers", surroundings.demoUsers());
        return "inloggen";
    }
}
