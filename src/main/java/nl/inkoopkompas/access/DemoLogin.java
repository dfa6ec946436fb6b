package nl.inkoopkompas.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Logging in with a name and the password of the demo: people with a form, programs with every call. */
@Configuration
@Profile("demo")
class DemoLogin implements Login {

    private final FailedLogins failures;

    DemoLogin(FailedLogins failures) {
        this.failures = failures;
    }

    /** The people of the demo are invented and their password is public, so that one round is enough. */
    @Bean
    static PasswordEncoder demoPasswords() {
        return new Pbkdf2PasswordEncoder("", 8, 1, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    @Override
    public void toPages(HttpSecurity http) {
        http.formLogin(login -> login.loginPage(AccessRules.LOGIN_PAGE)
                        .failureHandler((request, response, failure) -> {
                            failures.add(request, failure, Refusal.Reason.PASSWORD);
                            response.sendRedirect(request.getContextPath() + AccessRules.LOGIN_PAGE + "?fout");
                        })
                        .defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutUrl(AccessRules.LOGOUT)
                        .logoutSuccessUrl(AccessRules.LOGGED_OUT)
                        .deleteCookies(Sessions.COOKIE))
                .headers(headers -> headers.httpStrictTransportSecurity(transport -> transport.disable()));
    }

    @Override
    public void toApi(HttpSecurity http, AuthenticationEntryPoint unknown) {
        http.httpBasic(basic -> basic.authenticationEntryPoint((request, response, failure) -> {
                    failures.add(request, failure, Refusal.Reason.PASSWORD);
                    unknown.commence(request, response, failure);
                }))
                .headers(headers -> headers.httpStrictTransportSecurity(transport -> transport.disable()));
    }

    @Override
    public String challenge() {
        return "Basic realm=\"Inkoopkompas\", charset=\"UTF-8\"";
    }

    @Override
    public String formsLeadTo() {
        return "";
    }
}
