package nl.inkoopkompas.access;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The people of an issuer. It keeps the list, so that this program knows only who is logged in. */
@Component
@Profile("!demo")
class IssuedPeople implements People {

    @Override
    public Optional<Person> byUsername(String username) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal())
                .filter(Person.class::isInstance)
                .map(Person.class::cast)
                .filter(person -> person.username().equals(username));
    }

    @Override
    public List<Person> demo() {
        return List.of();
    }
}
