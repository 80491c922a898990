package org.vigie.server.picture;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.vigie.geo.RoadWays;
import org.vigie.record.Ledger;
import org.vigie.record.MemoryLedger;

/// What every page stands on: the ledger of the mission, the other one for exercises, the mission's
/// pack, and the two things that only a head may take from the machine, time and chance.
///
/// @param real what happened
/// @param exercise what was played; never mixed with the other
/// @param proof what can be said about the ledger's integrity, by ledger
/// @param roads a map of the mission's roads, where there is one
/// @param lasting whether the ledgers outlive the program; when not, every page says so
public record Desk(
        Ledger real,
        Ledger exercise,
        Mission mission,
        PlaceSearch places,
        Proof proof,
        InstantSource clock,
        RandomGenerator chance,
        boolean lasting,
        RoadWays roads) {

    /// Without a map of the roads.
    public Desk(
            Ledger real,
            Ledger exercise,
            Mission mission,
            PlaceSearch places,
            Proof proof,
            InstantSource clock,
            RandomGenerator chance,
            boolean lasting) {
        this(real, exercise, mission, places, proof, clock, chance, lasting, RoadWays.NONE);
    }

    public Ledger ledger(boolean ofExercise) {
        return ofExercise ? exercise : real;
    }

    /// A desk on ledgers in memory without any pack: for a first look. Every page says that nothing
    /// is kept.
    public static Desk inMemory(InstantSource clock) {
        var mission = new Mission("Vigie", Map.of(), "", true, ZoneOffset.UTC, "", List.of());
        return new Desk(
                new MemoryLedger(clock),
                new MemoryLedger(clock),
                mission,
                (text, limit) -> List.of(),
                exercise -> new Proof.Verdict.Absent(),
                clock,
                RandomGenerator.getDefault(),
                false);
    }
}
