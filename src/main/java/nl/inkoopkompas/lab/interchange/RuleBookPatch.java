package nl.inkoopkompas.lab.interchange;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.inkoopkompas.rulebook.RuleBookFiles;
import org.jspecify.annotations.Nullable;

/** What makes one rule book of another, as a patch that git applies to a repository that holds the first. */
public final class RuleBookPatch {

    private static final int CONTEXT = 3;
    private static final String NO_END = "\n\\ No newline at end of file";

    private final StringBuilder out = new StringBuilder();

    private RuleBookPatch() {}

    /** The patch; empty where there is no difference. */
    public static String between(RuleBookFiles from, RuleBookFiles to) {
        RuleBookPatch patch = new RuleBookPatch();
        SortedSet<String> paths = new TreeSet<>(from.paths("", ""));
        paths.addAll(to.paths("", ""));
        for (String path : paths) {
            String before = from.has(path) ? from.text(path) : null;
            String after = to.has(path) ? to.text(path) : null;
            if (before == null || !before.equals(after)) {
                patch.file(path, before, after);
            }
        }
        return patch.out.toString();
    }

    private void file(String path, @Nullable String before, @Nullable String after) {
        out.append("diff --git a/").append(path).append(" b/").append(path).append('\n');
        if (before == null) {
            out.append("new file mode 100644\n");
        } else if (after == null) {
            out.append("deleted file mode 100644\n");
        }
        List<String> old = lines(before);
        List<String> now = lines(after);
        if (old.isEmpty() && now.isEmpty()) {
            return;
        }
        out.append("--- ").append(before == null ? "/dev/null" : "a/" + path).append('\n');
        out.append("+++ ").append(after == null ? "/dev/null" : "b/" + path).append('\n');
        Patch<String> patch = DiffUtils.diff(old, now);
        List<AbstractDelta<String>> hunk = new ArrayList<>();
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            if (!hunk.isEmpty() && start(delta) - end(hunk.get(hunk.size() - 1)) > 2 * CONTEXT) {
                hunk(old, hunk);
                hunk.clear();
            }
            hunk.add(delta);
        }
        hunk(old, hunk);
    }

    /** The lines of a file; the last tells when no line end follows it. */
    private static List<String> lines(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int last = lines.size() - 1;
        if (lines.get(last).isEmpty()) {
            lines.remove(last);
        } else {
            lines.set(last, lines.get(last) + NO_END);
        }
        return lines;
    }

    private static int start(AbstractDelta<String> delta) {
        return delta.getSource().getPosition();
    }

    private static int end(AbstractDelta<String> delta) {
        return start(delta) + delta.getSource().size();
    }

    private void hunk(List<String> old, List<AbstractDelta<String>> deltas) {
        AbstractDelta<String> first = deltas.get(0);
        int from = Math.max(0, start(first) - CONTEXT);
        int to = Math.min(old.size(), end(deltas.get(deltas.size() - 1)) + CONTEXT);
        int fromNow = first.getTarget().getPosition() - (start(first) - from);
        int added = 0;
        StringBuilder body = new StringBuilder();
        int at = from;
        for (AbstractDelta<String> delta : deltas) {
            append(body, ' ', old.subList(at, start(delta)));
            append(body, '-', delta.getSource().getLines());
            append(body, '+', delta.getTarget().getLines());
            added += delta.getTarget().size() - delta.getSource().size();
            at = end(delta);
        }
        append(body, ' ', old.subList(at, to));
        out.append("@@ -").append(range(from, to - from));
        out.append(" +").append(range(fromNow, to - from + added)).append(" @@\n");
        out.append(body);
    }

    private static void append(StringBuilder body, char sign, List<String> lines) {
        lines.forEach(line -> body.append(sign).append(line).append('\n'));
    }

    /** Git counts lines from 1, and names the line before where there is none. */
    private static String range(int start, int count) {
        return (count == 0 ? start : start + 1) + "," + count;
    }
}
