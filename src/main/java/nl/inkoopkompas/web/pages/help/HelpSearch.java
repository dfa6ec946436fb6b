package nl.inkoopkompas.web.pages.help;

import java.util.ArrayList;
import java.util.List;
import nl.inkoopkompas.rulebook.Language;
import nl.inkoopkompas.web.pages.search.SearchSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds tasks, terms and questions. */
@Component
@Order(40)
class HelpSearch implements SearchSource {

    private final HelpTexts texts;

    HelpSearch(HelpTexts texts) {
        this.texts = texts;
    }

    @Override
    public Found find(Asked asked) {
        Language language = Language.of(asked.locale());
        List<Hit> hits = new ArrayList<>();
        texts.tasks().forEach(task -> {
            if (asked.suits(task.title().in(language), task.lead().in(language))) {
                hits.add(
                        new Hit(task.title().in(language), task.lead().in(language), HelpPages.PATH + "/" + task.id()));
            }
        });
        texts.terms().forEach(term -> {
            if (asked.suits(term.dutch(), term.name())) {
                hits.add(new Hit(term.dutch(), term.meaning(), HelpPages.PATH + "/begrippen#" + anchor(term.dutch())));
            }
        });
        texts.masterclass().stream()
                .flatMap(group -> group.questions().stream())
                .filter(question -> asked.suits(question.question().in(language)))
                .forEach(question ->
                        hits.add(new Hit(question.question().in(language), "", HelpPages.PATH + "/masterclass")));
        return Found.of("search.help", hits, asked.most());
    }

    private static String anchor(String term) {
        return term.replace(' ', '-');
    }
}
