package nl.inkoopkompas.decision.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles rule files with Drools (executable model). */
final class RuleCompiler {

    private static final AtomicLong COUNTER = new AtomicLong();

    private RuleCompiler() {}

    /** The compiled rules; null, with problems that name the file, when they do not compile. */
    static @Nullable KieBase compile(Map<String, String> drl, List<Problem> problems) {
        KieServices services = KieServices.get();
        ReleaseId release = release();
        KieBuilder builder = build(drl, release);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (errors.isEmpty()) {
            KieBase base = services.newKieContainer(release).getKieBase();
            services.getRepository().removeKieModule(release);
            return base;
        }
        services.getRepository().removeKieModule(release);
        problems.addAll(drl.size() == 1 ? named(drl.keySet().iterator().next(), errors) : one(drl, errors));
        return null;
    }

    /** What rules compile to; refuses those that do not with a {@link RuleBookRefused}. */
    static KieModule module(Map<String, String> drl) {
        KieBuilder builder = build(drl, release());
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new RuleBookRefused(named("rules", errors));
        }
        return builder.getKieModule();
    }

    private static ReleaseId release() {
        return KieServices.get().newReleaseId("nl.inkoopkompas", "rules-" + COUNTER.incrementAndGet(), "1");
    }

    private static KieBuilder build(Map<String, String> drl, ReleaseId release) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        drl.forEach((path, text) -> files.write(
                "src/main/resources/" + folderOfPackage(path),
                services.getResources()
                        .newByteArrayResource(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name())));
        return services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    }

    /** Drools wants a file to lie in the folder that its package names: {@code admission/entry_window/…}. */
    private static String folderOfPackage(String path) {
        String name = path.replace("rules/", "").replace(".drl", "");
        return name.replace('-', '_') + path.substring(path.lastIndexOf('/'));
    }

    /** An error in generated Java names no file, so each file is compiled by itself. */
    private static List<Problem> one(Map<String, String> drl, List<Message> errors) {
        List<Problem> problems = new ArrayList<>();
        drl.forEach((path, text) -> compile(Map.of(path, text), problems));
        return problems.isEmpty() ? named("rules", errors) : problems;
    }

    private static List<Problem> named(String file, List<Message> errors) {
        return errors.stream()
                .map(error -> new Problem(
                        file,
                        error.getLine() > 0 ? "line " + error.getLine() : "",
                        error.getText().lines().findFirst().orElse("does not compile")))
                .distinct()
                .toList();
    }
}
