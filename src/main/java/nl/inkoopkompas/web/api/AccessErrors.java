package nl.inkoopkompas.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.NotAdmitted;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.api.Refused.Kind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers the calls that never reach a controller: nobody is logged in, the table says no, or the address is odd. */
@Component
class AccessErrors implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final AccessTable table;
    private final JsonMapper json;

    AccessErrors(AccessTable table, JsonMapper json) {
        this.table = table;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof NotAdmitted notAdmitted) {
            write(ofReason(notAdmitted.reason()), request, response);
        } else if (exception instanceof AuthenticationServiceException) {
            write(HttpStatus.SERVICE_UNAVAILABLE, request, response);
        } else {
            write(HttpStatus.UNAUTHORIZED, request, response);
        }
    }

    private static Refused ofReason(NotAdmitted.Reason reason) {
        return switch (reason) {
            case NO_USERNAME ->
                Refused.because(
                        Kind.NOT_ALLOWED,
                        "Uw token noemt geen gebruikersnaam. Vraag de beheerder om dit te herstellen.",
                        "Your token names no user. Ask the administrator to mend this.");
            case NO_ROLE ->
                Refused.because(
                        Kind.NOT_ALLOWED,
                        "U hebt geen rol in Inkoopkompas. Vraag de beheerder om een rol.",
                        "You have no role in Inkoopkompas. Ask the administrator for a role.");
            case SEVERAL_ROLES ->
                Refused.because(
                        Kind.NOT_ALLOWED,
                        "U hebt meer dan één rol in Inkoopkompas. Vraag de beheerder om er één te kiezen.",
                        "You have more than one role in Inkoopkompas. Ask the administrator to choose one.");
            case NO_MUNICIPALITY ->
                Refused.because(
                        Kind.NOT_ALLOWED,
                        "Uw rol hoort bij één gemeente, en uw token noemt die niet. Vraag de beheerder om dit te herstellen.",
                        "Your role belongs to one municipality, which your token does not name. Ask the administrator to mend"
                                + " this.");
        };
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        Set<HttpMethod> methods = table.methods(request);
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        if (methods.isEmpty()) {
            write(HttpStatus.NOT_FOUND, request, response);
        } else if (methods.contains(HttpMethod.valueOf(method))) {
            write(HttpStatus.FORBIDDEN, request, response);
        } else {
            response.setHeader(
                    HttpHeaders.ALLOW, methods.stream().map(HttpMethod::name).collect(Collectors.joining(", ")));
            write(HttpStatus.METHOD_NOT_ALLOWED, request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException exception)
            throws IOException {
        if (ApiErrors.isApi(request.getRequestURI())) {
            write(HttpStatus.BAD_REQUEST, request, response);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    void write(HttpStatus status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(ApiErrors.ofStatus(status), request, response);
    }

    private void write(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = ApiLanguage.of(request);
        response.setStatus(refused.kind().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
        response.getOutputStream().write(json.writeValueAsBytes(Problem.of(refused, language)));
    }
}
