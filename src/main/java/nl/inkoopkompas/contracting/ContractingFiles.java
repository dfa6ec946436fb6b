package nl.inkoopkompas.contracting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inkoopkompas.contracting.ContractedProviders.Contracted;
import nl.inkoopkompas.contracting.ContractedProviders.Wish;
import nl.inkoopkompas.contracting.Contracting.Origin;
import nl.inkoopkompas.decision.CitizenNumber;
import nl.inkoopkompas.rulebook.Bilingual;
import nl.inkoopkompas.rulebook.RuleBook;
import nl.inkoopkompas.sheets.Sheets.Row;
import nl.inkoopkompas.sheets.SheetsReader;
import nl.inkoopkompas.sheets.SheetsRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files with contracted providers that people hand in: all of a file is stored, or nothing. */
@Component
public class ContractingFiles {

    private static final int LONGEST_NAME = 200;

    private final ContractedProviders providers;

    ContractingFiles(ContractedProviders providers) {
        this.providers = providers;
    }

    /**
     * What became of a file.
     *
     * @param recorded how many rows are contracted now and were not before
     * @param repeated numbers of the rows that stood in the register already, just so
     */
    public record Imported(String fileName, int rows, int recorded, List<Integer> repeated) {}

    /**
     * Reads a workbook, a CSV file, or a zip with one, and contracts who is in it.
     *
     * @throws SheetsRefused when the file as a whole cannot be read
     * @throws ContractingFileRefused when something in it is wrong
     * @throws ContractingRefused when somebody else does the same at the same moment
     */
    @Transactional
    public Imported read(String fileName, InputStream content, RuleBook book, Instant at, String by) {
        if (CitizenNumber.occursIn(fileName)) {
            throw new SheetsRefused(
                    "De naam van het bestand bevat een burgerservicenummer (BSN), of een RSIN van dezelfde vorm."
                            + " Geef het een andere naam.",
                    "The name of the file holds a citizen's number (BSN), or an RSIN of the same form."
                            + " Give it another name.");
        }
        String name = fileName.isBlank() ? "gecontracteerden.xlsx" : fileName;
        name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        ContractingFile file = new ContractingFile(SheetsReader.read(content, ContractingSheet.NAME), book);
        List<Wish> wishes = file.wishes();
        List<Row> rows = file.sheet().rows();
        List<Wish> fresh = new ArrayList<>();
        List<Integer> repeated = new ArrayList<>();
        List<Optional<Contracting>> before = providers.overlapping(wishes);
        KnownContractings inFile = new KnownContractings();
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            int row = rows.get(i).number();
            Optional<Contracting> known = before.get(i);
            if (known.isPresent() && isSame(known.get(), wish)) {
                repeated.add(row);
            } else if (known.isPresent()) {
                refuse(file, row, known.get(), "staat al in het register", "is in the register already");
            } else {
                Optional<Contracting> twin = inFile.overlapping(wish.parties(), wish.terms());
                if (twin.isPresent()) {
                    refuse(file, row, twin.get(), "staat ook op een eerdere regel", "is on an earlier row too");
                }
                fresh.add(wish);
                inFile.add(KnownContractings.wished(wish, at, by));
            }
        }
        file.sheet().refuseErrors();
        Contracted contracted = providers.contract(fresh, Origin.imported(name), at, by);
        return new Imported(name, rows.size(), contracted.contracted().size(), repeated);
    }

    private static boolean isSame(Contracting known, Wish wish) {
        return known.terms().equals(wish.terms())
                && known.parties().name().equals(wish.parties().name());
    }

    private static void refuse(ContractingFile file, int row, Contracting other, String nl, String en) {
        String from = other.terms().from().toString();
        file.sheet()
                .error(
                        row,
                        ContractingColumn.FROM.id(),
                        new Bilingual(
                                "Deze aanbieder " + nl + " voor dit contract en product, vanaf " + from
                                        + ". Haal de regel weg, of wijzig de contractering op haar eigen pagina.",
                                "This provider " + en + " for this contract and product, from " + from
                                        + ". Remove the row, or change the contracting on its own page."));
    }

    /** Writes an empty workbook to fill in, with an explanation of its columns. */
    public void template(RuleBook book, OutputStream out) throws IOException {
        ContractingWorkbook.template(book, out);
    }
}
