package org.demarche.coder.code;

/** What coded: kept with every row, so that two runs can be told apart. */
public record Run(String coder, String codebook, String parser) {}
