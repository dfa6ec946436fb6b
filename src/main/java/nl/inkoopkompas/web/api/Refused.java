package nl.inkoopkompas.web.api;

import java.util.List;
import java.util.Locale;
import nl.inkoopkompas.decision.RequestRefused.Refusal;
import nl.inkoopkompas.rulebook.Bilingual;
import org.springframework.http.HttpStatus;

/** A call that is answered with a problem. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final transient Bilingual detail;
    private final transient List<Refusal> refusals;

    /** The kinds of problems that there are. */
    public enum Kind {
        INVALID_REQUEST(HttpStatus.BAD_REQUEST, "De aanvraag klopt niet", "The request is not valid"),
        NOT_LOGGED_IN(HttpStatus.UNAUTHORIZED, "U bent niet ingelogd", "You are not logged in"),
        NOT_ALLOWED(HttpStatus.FORBIDDEN, "U mag dit niet", "You may not do this"),
        NOT_FOUND(HttpStatus.NOT_FOUND, "Dit bestaat niet", "This does not exist"),
        WRONG_METHOD(HttpStatus.METHOD_NOT_ALLOWED, "Deze methode kan hier niet", "This method is not possible here"),
        NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Dit formaat leveren wij niet", "This format is not available"),
        CONFLICT(HttpStatus.CONFLICT, "Dit kan nu niet", "This is not possible now"),
        CHANGED(HttpStatus.PRECONDITION_FAILED, "Dit is intussen veranderd", "This has changed meanwhile"),
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "De inhoud is te groot", "The content is too large"),
        WRONG_CONTENT_TYPE(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Dit formaat lezen wij niet", "This format is not understood"),
        KEY_REUSED(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Deze Idempotency-Key is al gebruikt",
                "This Idempotency-Key was used before"),
        TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS, "Te veel mislukte pogingen", "Too many failed attempts"),
        AWAY(HttpStatus.SERVICE_UNAVAILABLE, "Dit kan nu even niet", "This is not possible for the moment"),
        INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Er ging iets mis", "Something went wrong");

        private final HttpStatus status;
        private final Bilingual title;

        Kind(HttpStatus status, String dutch, String english) {
            this.status = status;
            this.title = new Bilingual(dutch, english);
        }

        HttpStatus status() {
            return status;
        }

        Bilingual title() {
            return title;
        }

        String type() {
            return "urn:inkoopkompas:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private Refused(Kind kind, Bilingual detail, List<Refusal> refusals) {
        super(detail.en());
        this.kind = kind;
        this.detail = detail;
        this.refusals = List.copyOf(refusals);
    }

    public static Refused because(Kind kind, String dutch, String english) {
        return new Refused(kind, new Bilingual(dutch, english), List.of());
    }

    /** One thing outside the body is wrong; the texts name it. */
    public static Refused invalid(String dutch, String english) {
        Bilingual detail = new Bilingual(dutch, english);
        return new Refused(Kind.INVALID_REQUEST, detail, List.of(new Refusal("", detail)));
    }

    public static Refused invalid(List<Refusal> refusals) {
        int count = refusals.size();
        Bilingual detail = count == 1
                ? refusals.get(0).detail()
                : new Bilingual(
                        "Er kloppen " + count + " dingen niet. Zie errors.", count + " things are wrong. See errors.");
        return new Refused(Kind.INVALID_REQUEST, detail, refusals);
    }

    public static Refused notFound(String dutch, String english) {
        return because(Kind.NOT_FOUND, dutch, english);
    }

    Kind kind() {
        return kind;
    }

    Bilingual detail() {
        return detail;
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
