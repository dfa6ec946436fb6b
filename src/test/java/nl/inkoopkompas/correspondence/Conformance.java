package nl.inkoopkompas.correspondence;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF finds wrong with a PDF. */
final class Conformance {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Conformance() {}

    /** The rules of PDF/A-2a and PDF/UA-1 that a file breaks, each with why. */
    static List<String> failures(byte[] pdf) throws Exception {
        List<String> failures = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                for (TestAssertion assertion : result.getTestAssertions()) {
                    failures.add(flavour + " " + assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage() + " at "
                            + assertion.getLocation().getContext());
                }
                if (!result.isCompliant() && failures.isEmpty()) {
                    failures.add(flavour + " is not met");
                }
            }
        }
        return failures;
    }
}
