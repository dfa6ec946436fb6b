package nl.inkoopkompas.access;

import static org.springframework.security.config.Customizer.withDefaults;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Enforces the access table: people log in to pages, programs send with every call who they are. */
@Configuration
class AccessRules {

    static final String LOGIN_PAGE = "/inloggen";
    static final String LOGOUT = "/uitloggen";
    static final String LOGGED_OUT = "/inloggen?uitgelogd";
    static final String LOGGED_IN_AT_ISSUER = "/login/oauth2/code/";

    private static final String[] FOR_PROGRAMS = {"/api/**", "/actuator/**"};
    private static final String API_VERSION = "1.0.0";
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";
    private static final String NO_DEVICES =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final Login login;
    private final LoginLimits limits;

    AccessRules(Login login, LoginLimits limits) {
        this.login = login;
        this.limits = limits;
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiAccess(
            HttpSecurity http, AccessTable table, AuthenticationEntryPoint unknown, AccessDeniedHandler denied) {
        AuthenticationEntryPoint asking = (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, login.challenge());
            unknown.commence(request, response, failure);
        };
        http.securityMatcher(FOR_PROGRAMS)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(tableOrOptions(table)))
                .securityContext(context -> context.securityContextRepository(new SessionsForReading()))
                // A session counts for reading only, so nothing can be forged across sites.
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(this::headers)
                .headers(headers ->
                        headers.addHeaderWriter((request, response) -> response.setHeader("API-Version", API_VERSION)))
                .addFilterAfter(new LoginThrottle(limits), CsrfFilter.class);
        login.toApi(http, asking);
        http.exceptionHandling(
                exceptions -> exceptions.authenticationEntryPoint(asking).accessDeniedHandler(marking(denied)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageAccess(HttpSecurity http, AccessTable table) {
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .access(tableOrMissingPage(table)))
                .exceptionHandling(exceptions -> exceptions.accessDeniedHandler(marking(new AccessDeniedHandlerImpl())))
                .csrf(withDefaults())
                .headers(this::headers)
                .addFilterAfter(new LoginThrottle(limits), CsrfFilter.class);
        login.toPages(http);
        return http.build();
    }

    /** What filters do is in the time of a request; to observe each costs more than some of them do. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY + login.formsLeadTo()))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .frameOptions(frames -> frames.deny());
    }

    private static AccessDeniedHandler marking(AccessDeniedHandler handler) {
        return (request, response, denied) -> {
            Refusal.mark(request, denied instanceof CsrfException ? Refusal.Reason.FORGED : Refusal.Reason.ROLE, null);
            handler.handle(request, response, denied);
        };
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
