package nl.inkoopkompas.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The languages of the pages: Dutch, or the one chosen with {@code ?lang=}, which a cookie keeps. What machines ask for
 * follows {@code Accept-Language}.
 */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

    static final String PARAMETER = "lang";

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final List<Locale> OFFERED = List.of(DUTCH, Locale.ENGLISH);

    /** The language to switch to. */
    static Locale other(Locale locale) {
        return locale.getLanguage().equals(DUTCH.getLanguage()) ? Locale.ENGLISH : DUTCH;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("taal");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(Languages::withoutChoice);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Choice());
    }

    private static Locale withoutChoice(HttpServletRequest request) {
        var accepted = request.getHeader("Accept-Language");
        if (accepted == null || !request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return DUTCH;
        }
        try {
            var preferred = Locale.lookup(Locale.LanguageRange.parse(accepted), OFFERED);
            return preferred == null ? DUTCH : preferred;
        } catch (IllegalArgumentException malformed) {
            return DUTCH;
        }
    }

    /** Follows {@code ?lang=} as far as the language is offered. */
    private static final class Choice implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var chosen = request.getParameter(PARAMETER);
            var resolver = RequestContextUtils.getLocaleResolver(request);
            if (chosen != null && resolver != null) {
                OFFERED.stream()
                        .filter(locale -> locale.getLanguage().equals(chosen))
                        .forEach(locale -> resolver.setLocale(request, response, locale));
            }
            return true;
        }
    }
}
