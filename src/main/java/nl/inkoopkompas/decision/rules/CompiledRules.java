package nl.inkoopkompas.decision.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inkoopkompas.decision.algebra.Criterion;
import nl.inkoopkompas.rulebook.Problem;
import nl.inkoopkompas.rulebook.RuleBookRefused;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule files of a decision, checked and compiled; bound to no rule book yet, so that books that share them share
 * it.
 */
public final class CompiledRules {

    private static final Logger LOG = LoggerFactory.getLogger(CompiledRules.class);

    private final KieBase base;
    private final List<RuleFile> files;

    CompiledRules(KieBase base, List<RuleFile> files) {
        this.base = base;
        this.files = files;
    }

    /**
     * Checks and compiles rule files.
     *
     * @param drl text by path
     * @throws RuleBookRefused when a file holds what it may not, or does not compile
     */
    public static CompiledRules of(Map<String, String> drl) {
        List<Problem> problems = new ArrayList<>();
        List<RuleFile> files = new ArrayList<>();
        drl.forEach((path, text) -> {
            RuleFile file = RuleFile.read(path, text, problems);
            if (file != null) {
                files.add(file);
            }
        });
        if (!problems.isEmpty()) {
            throw new RuleBookRefused(problems);
        }
        KieBase base = precompiled(drl);
        if (base == null) {
            base = RuleCompiler.compile(new LinkedHashMap<>(drl), problems);
        }
        if (base == null) {
            throw new RuleBookRefused(problems);
        }
        return new CompiledRules(base, files);
    }

    /** What the build compiled them to; null where that is not there, or not for this Java. */
    private static @Nullable KieBase precompiled(Map<String, String> drl) {
        try {
            return PrecompiledRules.find(drl);
        } catch (IOException | LinkageError e) {
            LOG.warn("The rules are compiled anew: what the build made of them cannot be read", e);
            return null;
        }
    }

    KieBase base() {
        return base;
    }

    List<RuleFile> files() {
        return files;
    }

    /** A new instance of what a file declares. */
    Criterion instance(RuleFile file) {
        FactType type = base.getFactType(file.packageName(), file.declared());
        try {
            return (Criterion) type.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(file.path() + " declares something that cannot be made", e);
        }
    }
}
