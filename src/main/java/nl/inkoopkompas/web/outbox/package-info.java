/** Postverzending: lets the mails in the outbox go at regular times. */
@NullMarked
package nl.inkoopkompas.web.outbox;

import org.jspecify.annotations.NullMarked;
