package org.demarche.coder.event;

/**
 * The act that a demand, promise, threat, refusal or plan is about.
 *
 * @param mode empty where the type has none
 * @param text its predicate
 */
public record Act(String type, String mode, String cameo, Status status, String text) {}
