package nl.inkoopkompas.admission.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.inkoopkompas.admission.intake.Intake.Outcome;
import nl.inkoopkompas.sheets.Sheets;
import nl.inkoopkompas.sheets.Sheets.Sheet;
import nl.inkoopkompas.sheets.SheetsReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures what a large import costs without its decisions: writing the workbook, reading it, and making and hashing
 * the requests. Run with a small heap, as {@code java -Xmx512m … IntakeBenchmark 10000}.
 */
final class IntakeBenchmark {

    private IntakeBenchmark() {}

    public static void main(String[] args) throws IOException {
        int applications = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        Path xlsx = Files.createTempFile("aanvragen", ".xlsx");
        Path csv = Files.createTempFile("aanvragen", ".zip");
        try {
            measure("write xlsx", () -> {
                try (OutputStream out = Files.newOutputStream(xlsx)) {
                    TemplateWriter.write(TestFiles.LAYOUT, requests(applications), out);
                }
            });
            System.out.printf(Locale.ROOT, "%,d bytes%n", Files.size(xlsx));
            Files.write(csv, TestFiles.zip(csv(SheetsReader.read(xlsx))));
            for (int i = 0; i < 3; i++) {
                measure("read xlsx", () -> SheetsReader.read(xlsx));
                measure("import xlsx", () -> run(xlsx));
                measure("import csv", () -> run(csv));
            }
        } finally {
            Files.delete(xlsx);
            Files.delete(csv);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void measure(String name, Work work) throws IOException {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        work.run();
        long millis = (System.nanoTime() - start) / 1_000_000;
        long peak =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(Locale.ROOT, "%-12s %,6d ms, heap at most %,d MB%n", name, millis, peak / 1024 / 1024);
    }

    private static void run(Path file) {
        Intake intake = new Intake(() -> SheetsReader.read(file), TestFiles.LAYOUT, items -> items.stream()
                .map(item -> (Outcome) new Outcome.Recorded(UUID.randomUUID(), "ADMISSIBLE"))
                .toList());
        intake.run();
        if (intake.progress().recorded() != intake.progress().applications()) {
            throw new IllegalStateException(intake.progress().errors().toString());
        }
    }

    private static Map<String, byte[]> csv(Sheets sheets) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Sheet sheet : sheets.sheets()) {
            StringBuilder text = new StringBuilder();
            line(text, sheet.header());
            sheet.rows().forEach(row -> line(text, row));
            files.put(sheet.name() + ".csv", TestFiles.bytes(text.toString()));
        }
        return files;
    }

    private static void line(StringBuilder text, Sheets.Row row) {
        row.cells().forEach(cell -> text.append('"')
                .append(cell.text().replace("\"", "\"\""))
                .append("\","));
        text.setLength(text.length() - 1);
        text.append('\n');
    }

    /** Requests that are made while they are written, so that they do not fill the heap that is measured. */
    private static Map<String, ObjectNode> requests(int number) {
        ObjectNode full = TestFiles.fullRequest();
        ((ObjectNode) full.get("applicant")).put("name", "Zorg & Co");
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, ObjectNode>> entrySet() {
                return new AbstractSet<>() {
                    @Override
                    public Iterator<Entry<String, ObjectNode>> iterator() {
                        return IntStream.range(0, number)
                                .mapToObj(i -> {
                                    ObjectNode request = full.deepCopy();
                                    ((ObjectNode) request.get("applicant"))
                                            .put("employees", i)
                                            .put("name", "Zorg " + i);
                                    return Map.entry("A-" + i, request);
                                })
                                .iterator();
                    }

                    @Override
                    public int size() {
                        return number;
                    }
                };
            }
        };
    }
}
