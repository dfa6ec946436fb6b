package nl.inkoopkompas.web.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.inkoopkompas.access.AccessTable;
import nl.inkoopkompas.access.People;
import nl.inkoopkompas.decision.Decision.RuleBookReceipt;
import nl.inkoopkompas.rulebook.RuleBook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Who is logged in, under which rule book and with which version of the program. */
@Component
class ProgramSurroundings implements Surroundings {

    private final People people;
    private final AccessTable access;
    private final RuleBookDictionary dictionary;
    private final String version;

    ProgramSurroundings(
            People people, AccessTable access, RuleBookDictionary dictionary, ObjectProvider<BuildProperties> build) {
        this.people = people;
        this.access = access;
        this.dictionary = dictionary;
        BuildProperties properties = build.getIfAvailable();
        this.version = properties == null ? "development" : String.valueOf(properties.getVersion());
    }

    @Override
    public Optional<Person> person(String username) {
        return people.byUsername(username).map(this::shown);
    }

    @Override
    public RuleBookReceipt ruleBook() {
        RuleBook book = dictionary.current();
        return new RuleBookReceipt(book.version(), book.hash(), book.validFrom());
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<Person> demoUsers() {
        return people.demo().stream().map(this::shown).toList();
    }

    private Person shown(nl.inkoopkompas.access.Person person) {
        return new Person(
                person.username(),
                person.name(),
                person.role().name(),
                access.allows(person.role(), "GET", ApplicationFilter.PATH),
                access.allows(person.role(), "POST", ImportPages.PATH),
                access.allows(person.role(), "GET", WatchPages.VIEWS),
                access.allows(person.role(), "GET", "/lab"),
                access.rows().stream()
                        .filter(row -> row.method().equals("GET") && row.roles().contains(person.role()))
                        .map(row -> row.path())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
