package nl.inkoopkompas.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The invented people of the demo; everybody may know their password. */
@Component
@Profile("demo")
public class DemoPeople implements People, UserDetailsService {

    public static final String PASSWORD = "demo";

    private final List<Person> people;

    DemoPeople(PasswordEncoder passwords) {
        String password = String.valueOf(passwords.encode(PASSWORD));
        people = List.of(
                person("toegang-gouda", "Toegang Gouda", Role.TOEGANG, "0513", password),
                person("toegang-zuidplas", "Toegang Zuidplas", Role.TOEGANG, "1892", password),
                person("inkoper", "Inkoper", Role.INKOPER, null, password),
                person("inkoper-2", "Tweede inkoper", Role.INKOPER, null, password),
                person("rwo", "Regionale werkorganisatie", Role.RWO, null, password),
                person("rwo-2", "Regionale werkorganisatie, collega", Role.RWO, null, password),
                person("directeur", "Programmadirecteur", Role.PROGRAMMADIRECTEUR, null, password),
                person("beleid", "Beleidsadviseur", Role.BELEID, null, password),
                person("beleid-2", "Tweede beleidsadviseur", Role.BELEID, null, password),
                person("auditor", "Auditor", Role.AUDITOR, null, password),
                person("beheerder", "Beheerder", Role.BEHEERDER, null, password));
    }

    @Override
    public List<Person> demo() {
        return people;
    }

    @Override
    public Optional<Person> byUsername(String username) {
        return people.stream()
                .filter(person -> person.username().equals(username))
                .findFirst();
    }

    @Override
    public Person loadUserByUsername(String username) {
        return byUsername(username).orElseThrow(() -> new UsernameNotFoundException("Nobody is called so"));
    }

    private static Person person(
            String username, String name, Role role, @Nullable String municipality, String password) {
        return new DemoPerson(username, name, role, municipality, password);
    }
}
