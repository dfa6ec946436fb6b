package nl.inkoopkompas.lab.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.inkoopkompas.lab.simulation.Chunk.Presence;
import nl.inkoopkompas.lab.simulation.Flip.PartFlip;
import tools.jackson.databind.json.JsonMapper;

/** Writes a chunk down and reads it again: words once, and numbers for where they stand. */
final class ChunkText {

    private static final JsonMapper JSON = new JsonMapper();

    /** A chunk as it is kept. */
    private record Kept(
            int cases,
            int findingsOnly,
            List<String> words,
            int[][] flips,
            int[][] undecided,
            Map<String, int[]> counted,
            int[][] presences) {}

    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    private ChunkText() {}

    static String written(Chunk chunk) {
        ChunkText text = new ChunkText();
        int[][] flips = chunk.flips().stream().map(text::flip).toArray(int[][]::new);
        int[][] undecided = chunk.undecided().stream()
                .map(one -> new int[] {one.number(), one.applicant(), text.place(one.why())})
                .toArray(int[][]::new);
        int[][] presences = chunk.presences().stream()
                .map(one -> new int[] {
                    one.number(),
                    one.applicant(),
                    text.place(one.part()),
                    (one.before() ? 1 : 0) + (one.after() ? 2 : 0) + (one.small() ? 4 : 0)
                })
                .toArray(int[][]::new);
        return JSON.writeValueAsString(new Kept(
                chunk.cases(), chunk.findingsOnly(), text.words, flips, undecided, chunk.counted(), presences));
    }

    private int place(String word) {
        return places.computeIfAbsent(word, added -> {
            words.add(added);
            return words.size() - 1;
        });
    }

    private int[] flip(Flip flip) {
        List<Integer> row = new ArrayList<>();
        row.add(flip.number());
        row.add(flip.applicant());
        row.add(place(flip.from()));
        row.add(place(flip.to()));
        row.add(flip.favour());
        row.add(place(flip.contract()));
        row.add(place(flip.size()));
        row.add(flip.edits().size());
        row.addAll(flip.edits());
        add(row, flip.criteria());
        row.add(flip.parts().size());
        for (PartFlip part : flip.parts()) {
            row.add(place(part.id()));
            row.add(place(part.from()));
            row.add(place(part.to()));
        }
        add(row, flip.all());
        add(row, flip.places());
        return row.stream().mapToInt(Integer::intValue).toArray();
    }

    private void add(List<Integer> row, List<String> texts) {
        row.add(texts.size());
        texts.forEach(text -> row.add(place(text)));
    }

    static Chunk read(String text) {
        Kept kept = JSON.readValue(text, Kept.class);
        List<Flip> flips = new ArrayList<>(kept.flips().length);
        for (int[] row : kept.flips()) {
            flips.add(new Row(row, kept.words()).flip());
        }
        List<Undecided> undecided = new ArrayList<>();
        for (int[] row : kept.undecided()) {
            undecided.add(new Undecided(row[0], row[1], kept.words().get(row[2])));
        }
        List<Presence> presences = new ArrayList<>(kept.presences().length);
        for (int[] row : kept.presences()) {
            presences.add(new Presence(
                    row[0], row[1], kept.words().get(row[2]), (row[3] & 1) > 0, (row[3] & 2) > 0, (row[3] & 4) > 0));
        }
        return new Chunk(kept.cases(), flips, undecided, kept.findingsOnly(), new TreeMap<>(kept.counted()), presences);
    }

    /** A row of numbers, read from left to right. */
    private static final class Row {

        private final int[] numbers;
        private final List<String> words;
        private int at;

        Row(int[] numbers, List<String> words) {
            this.numbers = numbers;
            this.words = words;
        }

        private int number() {
            return numbers[at++];
        }

        private String word() {
            return words.get(number());
        }

        private List<String> texts() {
            List<String> texts = new ArrayList<>();
            for (int i = number(); i > 0; i--) {
                texts.add(word());
            }
            return List.copyOf(texts);
        }

        Flip flip() {
            int number = number();
            int applicant = number();
            String from = word();
            String to = word();
            int favour = number();
            String contract = word();
            String size = word();
            List<Integer> edits = new ArrayList<>();
            for (int i = number(); i > 0; i--) {
                edits.add(number());
            }
            List<String> criteria = texts();
            List<PartFlip> parts = new ArrayList<>();
            for (int i = number(); i > 0; i--) {
                parts.add(new PartFlip(word(), word(), word()));
            }
            return new Flip(
                    number,
                    applicant,
                    from,
                    to,
                    List.copyOf(edits),
                    favour,
                    contract,
                    size,
                    criteria,
                    List.copyOf(parts),
                    texts(),
                    texts());
        }
    }
}
