/**
 * De tabellen gecontroleerd: gaps, overlaps and rows that never answer, exactly and over every kind of column, each as
 * a region in words with an example; and what was not looked at.
 */
@NamedInterface("tables")
@NullMarked
package nl.inkoopkompas.lab.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
