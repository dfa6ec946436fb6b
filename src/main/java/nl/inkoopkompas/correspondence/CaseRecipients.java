package nl.inkoopkompas.correspondence;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.inkoopkompas.exceptioncontract.ExceptionCase.Line;
import nl.inkoopkompas.rulebook.RuleBooks;
import nl.inkoopkompas.rulebook.Table;
import nl.inkoopkompas.rulebook.Table.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Whom a letter on a request for an exception contract goes to. */
@Component
@EnableConfigurationProperties(Addresses.class)
class CaseRecipients {

    private final RuleBooks ruleBooks;
    private final Addresses addresses;

    CaseRecipients(RuleBooks ruleBooks, Addresses addresses) {
        this.ruleBooks = ruleBooks;
        this.addresses = addresses;
    }

    /** @param address null where none is set */
    record Recipient(String name, @Nullable String address) {}

    List<Recipient> of(CaseLetterKind kind, Line line) {
        return switch (kind) {
            case DECISION -> List.of(municipality(line.municipality()));
            case NOTICE ->
                municipalities().rows().stream()
                        .map(row -> municipality(row.id()))
                        .toList();
            case PROVIDER -> List.of(provider(line));
            case CONTRACT -> List.of(provider(line), municipality(line.municipality()));
        };
    }

    /** The mailbox of a role, which for the access team is that of its municipality. */
    Recipient role(String role, Line line) {
        return switch (role) {
            case "TOEGANG" -> municipality(line.municipality());
            case "PROGRAMMADIRECTEUR" -> new Recipient("Programmadirecteur", addresses.ofRole(role));
            default -> new Recipient(role, addresses.ofRole(role));
        };
    }

    /** The mails that bring a letter, or that wait for it to be written. */
    Stream<Outbox.Post> posts(CaseLetterKind kind, Line line, UUID caseLetter, Outbox.Mail mail) {
        return of(kind, line).stream()
                .map(recipient -> new Outbox.Post(
                        null, caseLetter, line.id(), recipient.name(), recipient.address(), mail, null));
    }

    private Recipient provider(Line line) {
        return new Recipient(line.providerName(), addresses.ofProvider(line.kvkNumber()));
    }

    private Recipient municipality(String code) {
        Table table = municipalities();
        String name = table.row(code)
                .map((Row row) -> String.valueOf(table.cell(row, "name")))
                .orElse(code);
        return new Recipient("Gemeente " + name, addresses.ofMunicipality(code));
    }

    private Table municipalities() {
        return ruleBooks.newest().requireTable("reference/municipalities");
    }
}
