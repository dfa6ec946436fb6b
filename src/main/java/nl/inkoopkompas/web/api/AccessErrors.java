package nl.inkoopkompas.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.rulebook.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
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
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Inkoopkompas\", charset=\"UTF-8\"");
        write(HttpStatus.UNAUTHORIZED, request, response);
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
        Language language = ApiLanguage.of(request);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
        response.getOutputStream().write(json.writeValueAsBytes(Problem.of(ApiErrors.ofStatus(status), language)));
    }
}
