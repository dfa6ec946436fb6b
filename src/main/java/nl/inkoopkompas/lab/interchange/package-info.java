/**
 * Uitwisselen: a table as a workbook or as DMN, a rule book as a zip or as a patch, and what the national register of
 * algorithms asks about it. What comes in is read as cells and files, checked, and shown before it is taken over.
 */
@NamedInterface("interchange")
@NullMarked
package nl.inkoopkompas.lab.interchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
