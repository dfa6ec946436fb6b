package nl.inkoopkompas.access;

import static org.springframework.security.config.Customizer.withDefaults;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Enforces the access table: people log in with a form, programs send their name and password along. */
@Configuration
class AccessRules {

    static final String API = "/api/**";
    private static final String API_VERSION = "1.0.0";
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'self';" + " form-action 'self'; frame-ancestors 'none'";

    /** The people of the demo are invented and their password is public, so that one round is enough. */
    @Bean
    PasswordEncoder demoPasswords() {
        return new Pbkdf2PasswordEncoder("", 8, 1, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiAccess(
            HttpSecurity http, AccessTable table, AuthenticationEntryPoint unknown, AccessDeniedHandler denied) {
        http.securityMatcher(API)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(tableOrOptions(table)))
                .httpBasic(basic -> basic.authenticationEntryPoint(unknown))
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(unknown).accessDeniedHandler(denied))
                .securityContext(context -> context.securityContextRepository(new SessionsForReading()))
                // A session counts for reading only, so nothing can be forged across sites.
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(AccessRules::headers)
                .headers(headers ->
                        headers.addHeaderWriter((request, response) -> response.setHeader("API-Version", API_VERSION)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageAccess(HttpSecurity http, AccessTable table) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .access(tableOrMissingPage(table)))
                .formLogin(login -> login.loginPage("/inloggen")
                        .failureUrl("/inloggen?fout")
                        .defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutUrl("/uitloggen").logoutSuccessUrl("/inloggen?uitgelogd"))
                .csrf(withDefaults())
                .headers(AccessRules::headers);
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(frames -> frames.deny());
    }

    private static AuthorizationManager<RequestAuthorizationContext> tableOrOptions(AccessTable table) {
        return (authentication, context) -> {
            var request = context.getRequest();
            var person = authentication.get();
            return new AuthorizationDecision(table.allows(person, request)
                    || (HttpMethod.OPTIONS.matches(request.getMethod()) && isLoggedIn(person)));
        };
    }

    /** A page that does not exist is not found, rather than forbidden, once somebody is logged in. */
    private static AuthorizationManager<RequestAuthorizationContext> tableOrMissingPage(AccessTable table) {
        return (authentication, context) -> {
            var request = context.getRequest();
            var person = authentication.get();
            return new AuthorizationDecision(table.allows(person, request)
                    || (HttpMethod.GET.matches(request.getMethod())
                            && table.methods(request).isEmpty()
                            && isLoggedIn(person)));
        };
    }

    private static boolean isLoggedIn(@Nullable Authentication person) {
        return person != null && person.getPrincipal() instanceof Person;
    }
}
