package nl.inkoopkompas.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Shows a person what went wrong, what is stored and what to do; the number in it leads to the log. */
@Component
class ErrorPage implements ErrorViewResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final long LARGEST_FILE = 20L * 1024 * 1024;

    private final Frames frames;
    private final Clock clock = Clock.system(Formats.ZONE);

    ErrorPage(Frames frames) {
        this.frames = frames;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var locale = RequestContextUtils.getLocale(request);
        var formats = new Formats(locale);
        var now = clock.instant();
        var number = HexFormat.of().toHexDigits(RANDOM.nextInt());
        LOG.warn("Error page {} with status {}", number, status.value());

        var page = new ModelAndView("error", status);
        page.addObject(Frames.NAME, frame(request, locale));
        page.addObject("kind", kind(request, status));
        page.addObject("number", number);
        page.addObject("date", formats.date(Formats.dateOf(now)));
        page.addObject("time", formats.time(now));
        return page;
    }

    /** An error page is the last that may fail: it does without its surroundings when these cannot be read. */
    private Frame frame(HttpServletRequest request, Locale locale) {
        try {
            return frames.around(request, locale, Frames.listIn(Languages.other(locale)));
        } catch (RuntimeException unreadable) {
            LOG.warn(
                    "The surroundings of an error page cannot be read: {}",
                    unreadable.getClass().getName());
            return Frames.bare(locale);
        }
    }

    /** Which text fits: the last part of its key. */
    private static String kind(HttpServletRequest request, HttpStatus status) {
        if (status.is4xxClientError() && request.getContentLengthLong() > LARGEST_FILE) {
            return "large"; // too large a form is not read, so that its token is missed first: a 403
        }
        return switch (status) {
            case NOT_FOUND -> "missing";
            case FORBIDDEN -> "denied";
            case TOO_MANY_REQUESTS -> "throttled";
            case CONTENT_TOO_LARGE -> "large";
            default -> status.is4xxClientError() ? "request" : "server";
        };
    }
}
