package nl.inkoopkompas.web.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionRegister;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The invented applications of the demo: offered as a file, and read into a register that is still empty. */
@Controller
@Profile("demo")
class DemoApplications {

    private static final String FILE = "aanmeldingen-demo.xlsx";
    private static final String READER = "inkoper";

    private final ApplicationFiles files;
    private final DecisionRegister register;

    DemoApplications(ApplicationFiles files, DecisionRegister register) {
        this.files = files;
        this.register = register;
    }

    @GetMapping("/demo/aanmeldingen.xlsx")
    ResponseEntity<byte[]> file() throws IOException {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(FILE).build().toString())
                .body(workbook());
    }

    private byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.demo(out);
        return out.toByteArray();
    }

    /** Fills an empty register; what was recorded before stays as it is. */
    @Profile("demo")
    @Component
    @ConditionalOnProperty("inkoopkompas.demo.applications")
    static class FirstStart {

        private final DemoApplications demo;
        private final DemoWork work;
        private final DemoData data;

        FirstStart(DemoApplications demo, DemoWork work, DemoData data) {
            this.demo = demo;
            this.work = work;
            this.data = data;
        }

        @EventListener
        void fill(ApplicationReadyEvent ready) throws IOException {
            if (demo.register.counts(DecisionFilter.all()).equals(List.of())) {
                demo.files.start(FILE, new ByteArrayInputStream(demo.workbook()), READER, this::goOn);
            } else {
                data.partIsReady();
            }
        }

        private void goOn() {
            try {
                work.handle();
            } finally {
                data.partIsReady();
            }
        }
    }
}
