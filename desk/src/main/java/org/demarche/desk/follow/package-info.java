/** Following: saved searches, their feeds, and letters that tell what is new in them. */
package org.demarche.desk.follow;
