package org.vigie.server;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.vigie.record.Ledger;

/// What every page stands on: the ledger of the mission, the other one for exercises, the mission's
/// pack, and the two things that only a head may take from the machine, time and chance.
///
/// @param real what happened
/// @param exercise what was played; never mixed with the other
/// @param proof what can be said about the ledger's integrity, by ledger
/// @param lasting whether the ledgers outlive the program; when not, every page says so
public record Desk(
        Ledger real,
        Ledger exercise,
        Mission mission,
        PlaceSearch places,
        Proof proof,
        InstantSource clock,
        RandomGenerator chance,
        boolean lasting) {

    public Ledger ledger(boolean ofExercise) {
        return ofExercise ? exercise : real;
    }
}
