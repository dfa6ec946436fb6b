/**
 * Import van aanvragen: applications read from a spreadsheet, checked cell by cell, decided in chunks, and the sheets
 * that are handed out: template and results. The sheets and columns follow from the schema. Knows no Spring.
 */
@NamedInterface("intake")
@NullMarked
package nl.inkoopkompas.admission.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
