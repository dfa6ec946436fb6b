package nl.inkoopkompas.access;

import java.util.List;
import java.util.Optional;

/** Everybody whom this program knows. */
public interface People {

    Optional<Person> byUsername(String username);

    /** Whom a demo offers to log in as, with the password {@link DemoPeople#PASSWORD}; empty outside the demo. */
    List<Person> demo();
}
