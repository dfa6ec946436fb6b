package nl.inkoopkompas.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import nl.inkoopkompas.decision.NotByYou;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.WrongState;
import nl.inkoopkompas.register.IdempotentAnswers;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.api.Refused.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers every call of the API that goes wrong with a problem; what goes wrong with a page is not for here. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @ExceptionHandler
    ResponseEntity<Problem> answer(Exception exception, HttpServletRequest request) throws Exception {
        if (!isApi(request.getRequestURI()) || exception instanceof AsyncRequestNotUsableException) {
            throw exception;
        }
        Language language = ApiLanguage.of(request);
        ResponseEntity<Problem> answer =
                Problem.of(refused(exception), language).response(language);
        if (exception instanceof ErrorResponse response) {
            HttpHeaders headers = new HttpHeaders(answer.getHeaders());
            headers.setAllow(response.getHeaders().getAllow());
            return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
        }
        return answer;
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    private static Refused refused(Exception exception) {
        if (exception instanceof Refused refused) {
            return refused;
        }
        if (exception instanceof RequestRefused refused) {
            return Refused.invalid(refused.refusals());
        }
        if (exception instanceof WrongState wrong) {
            return Refused.because(Kind.CONFLICT, wrong.why().nl(), wrong.why().en());
        }
        if (exception instanceof NotByYou forbidden) {
            return Refused.because(
                    Kind.NOT_ALLOWED, forbidden.why().nl(), forbidden.why().en());
        }
        if (exception instanceof IdempotentAnswers.KeyReused) {
            return Refused.because(
                    Kind.KEY_REUSED,
                    "Met deze Idempotency-Key is eerder iets anders gevraagd. Neem een nieuwe.",
                    "This Idempotency-Key came with another request before. Take a new one.");
        }
        if (exception instanceof MaxUploadSizeExceededException) {
            return ofStatus(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (exception instanceof MultipartException) {
            return Refused.invalid(
                    "De bestanden in de aanvraag zijn niet te lezen.", "The files in the request cannot be read.");
        }
        if (exception instanceof ErrorResponse response) {
            return ofStatus(response.getStatusCode());
        }
        String number = HexFormat.of().toHexDigits(RANDOM.nextInt());
        LOG.error("Call {} failed", number, exception);
        return Refused.because(
                Kind.INTERNAL,
                "Meld dit aan de beheerder met nummer " + number + ".",
                "Please report this to the administrator with number " + number + ".");
    }

    static Refused ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 ->
                Refused.because(
                        Kind.NOT_LOGGED_IN,
                        "Stuur geldige inloggegevens of een geldig token mee.",
                        "Send valid credentials or a valid token.");
            case 403 ->
                Refused.because(
                        Kind.NOT_ALLOWED,
                        "Uw rol geeft hier geen recht op. GET /api/v1/access toont wie wat mag.",
                        "Your role does not permit this. GET /api/v1/access shows who may do what.");
            case 404 -> Refused.notFound("Op dit adres staat niets.", "There is nothing at this address.");
            case 405 ->
                Refused.because(
                        Kind.WRONG_METHOD,
                        "De header Allow noemt de methoden die wel kunnen.",
                        "The header Allow names the methods that are possible.");
            case 406 ->
                Refused.because(
                        Kind.NOT_ACCEPTABLE,
                        "Vraag met de header Accept om application/json.",
                        "Ask for application/json with the header Accept.");
            case 413 ->
                Refused.because(
                        Kind.TOO_LARGE,
                        "Stuur hooguit 1 MB JSON, of een bestand van hooguit 20 MB.",
                        "Send at most 1 MB of JSON, or a file of at most 20 MB.");
            case 415 ->
                Refused.because(
                        Kind.WRONG_CONTENT_TYPE,
                        "Stuur application/json, of een bestand als multipart/form-data waar dat gevraagd is.",
                        "Send application/json, or a file as multipart/form-data where one is asked for.");
            case 429 ->
                Refused.because(
                        Kind.TOO_MANY_ATTEMPTS,
                        "Inloggen is te vaak mislukt. De header Retry-After zegt hoeveel seconden u moet wachten.",
                        "Logging in failed too often. The header Retry-After says how many seconds to wait.");
            case 503 ->
                Refused.because(
                        Kind.AWAY,
                        "Wij kunnen nu niet nagaan wie u bent. Probeer het over een paar minuten opnieuw.",
                        "We cannot establish who you are at the moment. Try again in a few minutes.");
            default ->
                status.is4xxClientError()
                        ? Refused.invalid(
                                "De aanvraag is niet te lezen: een onderdeel ontbreekt of klopt niet.",
                                "The request cannot be read: a part of it is missing or wrong.")
                        : Refused.because(
                                Kind.INTERNAL,
                                "Probeer het later opnieuw, of meld het aan de beheerder.",
                                "Try again later, or report it to the administrator.");
        };
    }
}
