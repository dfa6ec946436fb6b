package nl.inkoopkompas.web.pages;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Sets a decision that was not recorded beside the one that was. */
final class Previews {

    private Previews() {}

    /** What would become of an application. */
    record Preview(List<Changed> findings, List<ChangedProduct> products) {}

    record Changed(String criterion, String product, Verdict before, Verdict after, String reason) {}

    record ChangedProduct(String name, String before, String after) {}

    /** @param after a decision on the same applicant and products */
    static Preview of(Application before, Decision after, Words words) {
        var findings = new ArrayList<Changed>();
        for (int i = 0; i < after.findings().size(); i++) {
            var then = before.decision().findings().get(i);
            var now = after.findings().get(i);
            if (then.verdict() != now.verdict()) {
                findings.add(new Changed(
                        words.criterion(now.criterion()),
                        product(before, now.subject(), words),
                        then.verdict(),
                        now.verdict(),
                        now.reason()));
            }
        }
        var products = new ArrayList<ChangedProduct>();
        for (var product : Application.products(after)) {
            var then = before.products().stream()
                    .filter(candidate -> candidate.code().equals(product.code()))
                    .findFirst()
                    .orElseThrow();
            products.add(new ChangedProduct(words.product(product.code()), then.outcome(), product.outcome()));
        }
        return new Preview(findings, products);
    }

    /** The name of the product that a finding is about; empty where it is about the applicant. */
    static String product(Application application, String subject, Words words) {
        @Nullable String index = subject.startsWith("/products/") ? subject.substring("/products/".length()) : null;
        return index == null
                ? ""
                : words.product(
                        application.products().get(Integer.parseInt(index)).code());
    }
}
