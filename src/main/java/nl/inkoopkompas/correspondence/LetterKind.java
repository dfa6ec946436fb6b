package nl.inkoopkompas.correspondence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a letter is for. */
public enum LetterKind {
    /** We received the application. */
    CONFIRMATION("bevestiging", "Wij hebben uw aanmelding ontvangen"),
    /** Something is missing. */
    SUPPLEMENT("aanvulling", "Wij vragen u om uw aanmelding aan te vullen"),
    /** There are shortcomings that the provider may answer. */
    HEARING("hoor-en-wederhoor", "Wij vragen uw reactie op uw aanmelding"),
    /** Admitted for every product. */
    ADMISSION("toelating", "Uw aanmelding is toegelaten"),
    /** Admitted for no product. */
    REJECTION("afwijzing", "Uw aanmelding is afgewezen"),
    /** Admitted for some products and not for others. */
    MIXED("toelating-en-afwijzing", "Uw aanmelding is voor een deel toegelaten");

    private final String word;
    private final String title;

    LetterKind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** The Dutch word for it, as it stands in addresses and names of files. */
    public String word() {
        return word;
    }

    String title() {
        return title;
    }

    /** Whether it tells what was determined. */
    boolean tellsDetermination() {
        return this == ADMISSION || this == REJECTION || this == MIXED;
    }

    /** Whether the officer may set the last day on which an answer counts. */
    public boolean asksAnAnswer() {
        return this == SUPPLEMENT || this == HEARING;
    }

    public static Optional<LetterKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    String template() {
        return name().toLowerCase(Locale.ROOT);
    }
}
