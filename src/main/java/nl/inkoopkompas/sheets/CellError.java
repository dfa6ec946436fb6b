package nl.inkoopkompas.sheets;

import nl.inkoopkompas.rulebook.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a file, and where.
 *
 * @param sheet null for the file as a whole
 * @param row as the spreadsheet counts; null where no row is to blame
 * @param column the id of the column, or what its header says; null for a whole row
 * @param detail what is wrong and what was expected; never repeats a citizen's number
 */
public record CellError(
        @Nullable String sheet,
        @Nullable Integer row,
        @Nullable String column,
        Bilingual detail) {}
