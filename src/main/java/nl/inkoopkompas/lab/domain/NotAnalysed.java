package nl.inkoopkompas.lab.domain;

import nl.inkoopkompas.rulebook.Bilingual;

/**
 * Something that could not be looked at exactly, and was therefore left out instead of guessed.
 *
 * @param what a criterion, a table, a field or an invariant, by its id
 */
public record NotAnalysed(String what, Bilingual why) {

    public static NotAnalysed of(String what, String nl, String en) {
        return new NotAnalysed(what, new Bilingual(nl, en));
    }
}
