package nl.inkoopkompas.contracting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.sheets.Spelling;
import org.jspecify.annotations.Nullable;

/** A column of the sheet with contracted providers. */
enum ContractingColumn {
    KVK_NUMBER("kvk_nummer", true, "KvK-nummer, 8 cijfers", "KvK number, 8 digits", "kvk", "kvkNumber"),
    NAME("aanbieder", true, "Naam van de aanbieder", "Name of the provider", "naam", "name", "provider"),
    CONTRACT("contract", true, "Contract, id of naam", "Contract, id or name"),
    PRODUCT("product", true, "Product, code of naam", "Product, code or name", "productcode"),
    MUNICIPALITIES(
            "gemeenten",
            false,
            "Gemeenten met een puntkomma ertussen, naam of CBS-code. Leeg of \"alle\": de hele regio",
            "Municipalities with semicolons between them, name or CBS code. Blank or \"alle\": the whole region",
            "gemeente",
            "municipalities",
            "municipality"),
    PLACES(
            "plaatsen",
            false,
            "Locaties met een puntkomma ertussen, als die vastliggen",
            "Places with semicolons between them, where they are fixed",
            "locaties",
            "places"),
    FROM("vanaf", true, "Eerste dag", "First day", "van", "from", "ingangsdatum"),
    TO("tot_en_met", false, "Laatste dag. Leeg: zonder einde", "Last day. Blank: no end", "tot", "to", "einddatum"),
    CAPACITY("capaciteit", false, "Aantal cliënten tegelijk", "Number of clients at a time", "capacity"),
    STOP_FROM(
            "clientenstop_vanaf",
            false,
            "Eerste dag van een cliëntenstop; of ja (vanaf de eerste dag) of nee",
            "First day of a client stop; or ja (from the first day) or nee",
            "clientenstop",
            "cliëntenstop",
            "clientstop",
            "clientStop"),
    STOP_TO(
            "clientenstop_tot_en_met",
            false,
            "Laatste dag van de cliëntenstop. Leeg: tot nader bericht",
            "Last day of the client stop. Blank: until further notice",
            "clientstop_tot_en_met");

    private final String id;
    private final boolean required;
    private final Bilingual label;
    private final List<String> aliases;

    ContractingColumn(String id, boolean required, String dutch, String english, String... aliases) {
        this.id = id;
        this.required = required;
        this.label = new Bilingual(dutch, english);
        this.aliases = Stream.concat(Stream.of(id), Arrays.stream(aliases))
                .map(Spelling::normal)
                .toList();
    }

    String id() {
        return id;
    }

    boolean isRequired() {
        return required;
    }

    Bilingual label() {
        return label;
    }

    static @Nullable ContractingColumn named(String header) {
        String wanted = Spelling.normal(header);
        return Arrays.stream(values())
                .filter(column -> column.aliases.contains(wanted))
                .findFirst()
                .orElse(null);
    }

    /** The name that is nearest to a header that is not known. */
    static String nearest(String header) {
        String wanted = Spelling.normal(header);
        return Arrays.stream(values())
                .min((one, other) -> Integer.compare(one.distance(wanted), other.distance(wanted)))
                .orElseThrow()
                .id;
    }

    private int distance(String wanted) {
        return aliases.stream()
                .mapToInt(alias -> Spelling.distance(wanted, alias))
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
