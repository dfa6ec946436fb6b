package nl.inkoopkompas.web.pages.search;

import java.util.Objects;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.admission.AdmissionType;
import nl.inkoopkompas.register.DecisionFilter;
import nl.inkoopkompas.register.DecisionOrder;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.web.pages.Formats;
import nl.inkoopkompas.web.pages.Words;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds dossiers by applicant. */
@Component
@Order(1)
class ApplicationSearch implements SearchSource {

    private static final String TITLE = "search.applications";
    private static final String PATH = "/aanmeldingen";

    private final DecisionRegister register;
    private final AccessTable access;
    private final Words.Dictionary dictionary;
    private final MessageSource messages;

    ApplicationSearch(
            DecisionRegister register, AccessTable access, Words.Dictionary dictionary, MessageSource messages) {
        this.register = register;
        this.access = access;
        this.dictionary = dictionary;
        this.messages = messages;
    }

    @Override
    public Found find(Asked asked) {
        if (!access.allows(asked.person().role(), "GET", PATH)) {
            return Found.nothing(TITLE);
        }
        Words words = dictionary.current(asked.locale());
        var filter =
                DecisionFilter.all().ofType(AdmissionType.ID).latestRounds().withText(asked.text());
        return new Found(
                TITLE,
                register.count(filter),
                register.list(filter, DecisionOrder.NEWEST, 1, asked.most()).stream()
                        .map(one -> new Hit(
                                Objects.requireNonNullElse(one.applicantName(), ""),
                                messages.getMessage(
                                        "search.application",
                                        new Object[] {
                                            words.contract(Objects.requireNonNullElse(one.contract(), "")),
                                            messages.getMessage("outcome." + one.outcome(), null, asked.locale()),
                                            new Formats(asked.locale()).date(Formats.dateOf(one.recordedAt()))
                                        },
                                        asked.locale()),
                                PATH + "/" + one.id()))
                        .toList(),
                UriComponentsBuilder.fromPath(PATH)
                        .queryParam("zoek", "{text}")
                        .encode()
                        .buildAndExpand(asked.text())
                        .toUriString());
    }
}
