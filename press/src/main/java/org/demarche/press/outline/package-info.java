/** The outline of an argument: numbered measures, factors, reasons. */
package org.demarche.press.outline;
