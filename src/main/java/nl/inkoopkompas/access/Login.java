package nl.inkoopkompas.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;

/** How people and programs say who they are: as the demo does, or at an issuer. */
interface Login {

    /** How people log in and out of pages. */
    void toPages(HttpSecurity http);

    /** @param unknown answers whoever did not say, or not in a way that counts */
    void toApi(HttpSecurity http, AuthenticationEntryPoint unknown);

    /** What a call without credentials is asked for. */
    String challenge();

    /** Where a form of this program may lead to besides itself. */
    String formsLeadTo();
}
