package nl.inkoopkompas.web.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.rulebook.Language;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers what goes wrong outside every controller: a program gets a problem, a person a page. */
@Component
class ErrorAnswers extends BasicErrorController {

    private final JsonMapper json;

    ErrorAnswers(ErrorAttributes attributes, List<ErrorViewResolver> pages, JsonMapper json) {
        super(attributes, new ErrorProperties(), pages);
        this.json = json;
    }

    @Override
    public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        if (!isOfApi(request)) {
            return super.errorHtml(request, response);
        }
        HttpStatus status = getStatus(request);
        Language language = ApiLanguage.of(request);
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
        return new ModelAndView((model, asked, answer) -> {
            answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            answer.getOutputStream().write(json.writeValueAsBytes(Problem.of(ApiErrors.ofStatus(status), language)));
        });
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        Language language = ApiLanguage.of(request);
        Problem problem = Problem.of(ApiErrors.ofStatus(status), language);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(Map.of(
                        "type", problem.type(),
                        "title", problem.title(),
                        "status", problem.status(),
                        "detail", problem.detail(),
                        "errors", problem.errors()));
    }

    /** Whoever asks for the address of errors itself finds nothing there. */
    @Override
    protected HttpStatus getStatus(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null
                ? HttpStatus.NOT_FOUND
                : super.getStatus(request);
    }

    private static boolean isOfApi(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path != null && ApiErrors.isApi(path.toString());
    }
}
