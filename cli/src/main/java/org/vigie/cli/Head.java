package org.vigie.cli;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What the commands get from outside: the only place where the clock and chance come in.
///
/// @param chance for the ids of entries
/// @param terminal whether a person watches the messages as they come
record Head(Ledgers ledgers, InstantSource clock, RandomGenerator chance, boolean terminal) {}
