package nl.inkoopkompas.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.inkoopkompas.register.ImportJobs.Job;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.sheets.SheetsRefused;
import nl.inkoopkompas.web.imports.ApplicationFiles;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The imports as pages show them. */
@Component
class RegisteredImports implements ApplicationImports {

    private final ApplicationFiles files;

    RegisteredImports(ApplicationFiles files) {
        this.files = files;
    }

    @Override
    public UUID start(String fileName, InputStream content, String username) throws IOException, UnreadableFile {
        try {
            return files.start(fileName, content, username);
        } catch (SheetsRefused e) {
            throw new UnreadableFile(e.sentence().in(language()));
        }
    }

    @Override
    public Optional<Progress> progress(UUID id) {
        return files.progress(id).map(RegisteredImports::shown);
    }

    private static Progress shown(Job job) {
        List<CellError> errors = job.state().errors().stream()
                .map(error -> new CellError(
                        Objects.requireNonNullElse(error.sheet(), ""),
                        Objects.requireNonNullElse(error.row(), 0),
                        Objects.requireNonNullElse(error.column(), ""),
                        error.detail().in(language())))
                .toList();
        String status = job.state().status();
        return new Progress(
                job.id(),
                job.fileName(),
                job.startedAt(),
                job.startedBy(),
                status.equals("PENDING") || status.equals("RUNNING"),
                job.state().applications(),
                job.state().done(),
                job.state().recorded(),
                job.state().outcomes(),
                errors);
    }

    private static Language language() {
        return Language.of(LocaleContextHolder.getLocale());
    }
}
