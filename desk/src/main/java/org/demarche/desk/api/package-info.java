/**
 * What programs ask the desk: JSON under {@code /api}, described by an OpenAPI document made of the
 * routes.
 */
package org.demarche.desk.api;
