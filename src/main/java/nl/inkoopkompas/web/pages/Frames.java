package nl.inkoopkompas.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import nl.inkoopkompas.decision.CitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Gives every page its frame. */
@ControllerAdvice(
        assignableTypes = {
            ApplicationPages.class,
            ImportPages.class,
            LetterPages.class,
            LoginPage.class,
            OutboxPages.class
        })
class Frames {

    static final String NAME = "frame";

    private final Surroundings surroundings;

    Frames(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @ModelAttribute(NAME)
    Frame around(HttpServletRequest request, Locale locale) {
        return around(request, locale, currentAddress(request, locale));
    }

    /** @param otherLanguageHref where the link to the other language leads */
    Frame around(HttpServletRequest request, Locale locale, String otherLanguageHref) {
        var ruleBook = surroundings.ruleBook();
        return new Frame(
                person(request.getRemoteUser()),
                !surroundings.demoUsers().isEmpty(),
                holdsCitizenNumber(request) ? "" : Objects.requireNonNullElse(request.getParameter("zoek"), ""),
                ruleBook.version(),
                new Formats(locale).date(ruleBook.validFrom()),
                surroundings.version(),
                Languages.other(locale).getLanguage(),
                otherLanguageHref);
    }

    /** Where a page that has no address of its own leads to in another language. */
    static String listIn(Locale locale) {
        return ApplicationFilter.PATH + "?" + Languages.PARAMETER + "=" + locale.getLanguage();
    }

    /** For when not even the surroundings can be read. */
    static Frame bare(Locale locale) {
        return new Frame(
                null, false, "", "", "", "", Languages.other(locale).getLanguage(), listIn(Languages.other(locale)));
    }

    private Surroundings.@Nullable Person person(@Nullable String username) {
        return username == null ? null : surroundings.person(username).orElse(null);
    }

    private static String currentAddress(HttpServletRequest request, Locale locale) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (holdsCitizenNumber(request)) {
            return path + "?" + Languages.PARAMETER + "="
                    + Languages.other(locale).getLanguage();
        }
        var address = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam(Languages.PARAMETER, Languages.other(locale).getLanguage())
                .build();
        return path + "?" + address.getQuery();
    }

    /** A citizen's number is never shown again, wherever it was filled in. */
    private static boolean holdsCitizenNumber(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .anyMatch(parameter -> CitizenNumber.occursIn(parameter.getKey())
                        || Arrays.stream(parameter.getValue()).anyMatch(CitizenNumber::occursIn));
    }
}
