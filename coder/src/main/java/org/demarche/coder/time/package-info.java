/**
 * Finds and normalises the time expressions of English press text.
 *
 * <p>{@link org.demarche.coder.time.TimeTagger} is where to start: text is cut into tokens, {@code
 * rules.txt} says which token patterns are times, and each is given its TIMEX3 value in reading
 * order.
 */
package org.demarche.coder.time;
