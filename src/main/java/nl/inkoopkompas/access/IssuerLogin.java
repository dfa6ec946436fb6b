package nl.inkoopkompas.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Logging in at the issuer: people with a browser, programs with a token that it gave them. */
@Configuration
@Profile("!demo")
@EnableConfigurationProperties(IdentityProvider.class)
class IssuerLogin implements Login {

    private final IdentityProvider provider;
    private final Issuer issuer;
    private final FailedLogins failures;

    IssuerLogin(IdentityProvider provider, Issuer issuer, FailedLogins failures) {
        this.provider = provider;
        this.issuer = issuer;
        this.failures = failures;
    }

    @Override
    public void toPages(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage(AccessRules.LOGIN_PAGE)
                        .clientRegistrationRepository(issuer)
                        .authorizedClientRepository(new NoTokensKept())
                        .userInfoEndpoint(claims -> claims.oidcUserService(this::person))
                        .failureHandler(this::failed)
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(IssuerLogin.this::failed);
                                return filter;
                            }
                        })
                        .defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutUrl(AccessRules.LOGOUT)
                        .logoutSuccessHandler(atIssuer())
                        .deleteCookies(Sessions.COOKIE));
    }

    @Override
    public void toApi(HttpSecurity http, AuthenticationEntryPoint unknown) {
        AuthenticationEntryPoint refused = (request, response, failure) -> {
            failures.add(request, failure, Refusal.Reason.TOKEN);
            unknown.commence(request, response, failure);
        };
        IssuedClaims claims = new IssuedClaims(provider);
        http.oauth2ResourceServer(api -> api.authenticationEntryPoint(refused)
                .jwt(jwt -> jwt.decoder(issuer).jwtAuthenticationConverter(token -> {
                    IssuedPerson person = claims.person(token.getClaims());
                    return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
                }))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(refused::commence);
                        return filter;
                    }
                }));
    }

    @Override
    public String challenge() {
        return "Bearer realm=\"Inkoopkompas\"";
    }

    /** Logging out leads to the issuer. */
    @Override
    public String formsLeadTo() {
        URI address = URI.create(provider.issuer());
        return " " + address.getScheme() + "://" + address.getAuthority();
    }

    private OidcUser person(OidcUserRequest request) {
        OidcUser user = new OidcUserService().loadUser(request);
        return new LoggedInPerson(new IssuedClaims(provider).person(user.getClaims()), user.getIdToken());
    }

    /** Tells on the login page why somebody is not let in. */
    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        failures.add(request, failure, Refusal.Reason.LOGIN);
        String reason = "failed";
        if (failure instanceof NotAdmitted notAdmitted) {
            reason = notAdmitted.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        } else if (failure instanceof AuthenticationServiceException
                || failure.getCause() instanceof AuthenticationServiceException) {
            reason = "issuer-away";
        }
        response.sendRedirect(request.getContextPath() + AccessRules.LOGIN_PAGE + "?reden=" + reason);
    }

    /** Also ends the session at the issuer, when it offers that and can be reached. */
    private LogoutSuccessHandler atIssuer() {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(issuer);
        handler.setPostLogoutRedirectUri("{baseUrl}" + AccessRules.LOGGED_OUT);
        handler.setDefaultTargetUrl(AccessRules.LOGGED_OUT);
        return (HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) -> {
            try {
                handler.onLogoutSuccess(request, response, person);
            } catch (IssuerAway away) {
                response.sendRedirect(request.getContextPath() + AccessRules.LOGGED_OUT);
            }
        };
    }
}
