/** Who is who in the press, and how a page tells whom it has its text from. */
package org.demarche.press.outlet;
