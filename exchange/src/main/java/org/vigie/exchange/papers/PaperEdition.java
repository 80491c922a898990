package org.vigie.exchange.papers;

import org.vigie.exchange.words.Words;

/// How a paper is to be written, beside what it says.
///
/// @param mission the name of the mission, empty where nobody gave one
/// @param exercise whether it is of the ledger of exercises: then it says so above and below
/// @param fictional whether the country does not exist
public record PaperEdition(Words words, String mission, boolean exercise, boolean fictional) {}
