package nl.inkoopkompas.web.failing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Fails with the status in its address, as the container's error page does: outside the frame of the pages. */
@Controller
@TestComponent
public class FailingPage {

    private final ErrorViewResolver errors;

    FailingPage(ErrorViewResolver errors) {
        this.errors = errors;
    }

    @GetMapping("/mislukt/{status}")
    ModelAndView fail(@PathVariable int status, HttpServletRequest request) {
        return errors.resolveErrorView(request, HttpStatus.valueOf(status), Map.of("path", "/mislukt"));
    }
}
