package nl.inkoopkompas.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.inkoopkompas.decision.CitizenNumber;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a query with a parameter that the call does not know, one given twice, or a citizen's number. */
final class QueryCheck implements HandlerInterceptor {

    /** What stands for bytes that are no text. */
    private static final char UNREADABLE = '\ufffd';

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query == null || query.isEmpty() || !(handler instanceof HandlerMethod method) || !isOurs(method)) {
            return true;
        }
        List<String> known = parameters(method);
        Set<String> seen = new HashSet<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = decoded(equals < 0 ? "" : part.substring(equals + 1));
            if (CitizenNumber.occursIn(name) || CitizenNumber.occursIn(value)) {
                throw Refused.invalid(
                        "In het adres staat een getal met de vorm van een BSN of RSIN. Dat mag nergens staan.",
                        "The address holds a number in the form of a BSN or RSIN, which may stand nowhere.");
            }
            if (!known.contains(name)) {
                throw Refused.invalid(
                        "Parameter \"" + name + "\" bestaat hier niet. "
                                + (known.isEmpty() ? "Er zijn er geen." : "Wel: " + String.join(", ", known) + "."),
                        "There is no parameter \"" + name + "\" here. "
                                + (known.isEmpty()
                                        ? "There are none."
                                        : "These exist: " + String.join(", ", known) + "."));
            }
            if (value.isEmpty()) {
                throw Refused.invalid(
                        "Parameter \"" + name + "\" heeft geen waarde.", "Parameter \"" + name + "\" has no value.");
            }
            if (!seen.add(name)) {
                throw Refused.invalid(
                        "Parameter \"" + name + "\" staat er meer dan eens.",
                        "Parameter \"" + name + "\" is there more than once.");
            }
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("nl.inkoopkompas");
    }

    private static List<String> parameters(HandlerMethod method) {
        DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> {
                    parameter.initParameterNameDiscovery(names);
                    RequestParam annotation =
                            Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
                    return annotation.name().isEmpty()
                            ? String.valueOf(parameter.getParameterName())
                            : annotation.name();
                })
                .toList();
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf(UNREADABLE) < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException malformed) {
            // The same answer as for what cannot be read.
        }
        throw Refused.invalid(
                "Het deel van het adres na het vraagteken is niet te lezen.",
                "The part of the address after the question mark cannot be read.");
    }
}
