package nl.inkoopkompas.web.pages;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in; the form itself is for Spring Security to judge. */
@Controller
class LoginPage {

    private final Surroundings surroundings;

    LoginPage(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @GetMapping("/inloggen")
    String login(
            @RequestParam(required = false) @Nullable String fout,
            @RequestParam(required = false) @Nullable String uitgelogd,
            @Nullable Principal principal,
            Model model) {
        if (principal != null) {
            return "redirect:/";
        }
        model.addAttribute("failed", fout != null);
        model.addAttribute("loggedOut", uitgelogd != null);
        model.addAttribute("demoUsers", surroundings.demoUsers());
        return "inloggen";
    }
}
