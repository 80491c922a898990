package org.vigie.exchange.packs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Awareness;
import org.vigie.record.Body;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Happened;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ledger;

/// Tells a chronology into a ledger: at once, or as time goes by.
///
/// Telling is repeatable: the same chronology twice adds nothing, a changed copy adds its changes,
/// one that was interrupted goes on where it stopped. A line that tells what the pack already says
/// (the same figure of the same source, the same incident, who knew of it since when) takes the
/// place of the pack's row, so that nothing is counted twice.
public final class Play {

    /// The format of the import, as [Housekeeping.ImportOpened] names it.
    public static final String FORMAT = "chronology";

    /// Waits. The head gives `Thread::sleep`, a test remembers.
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /// Hears of every line that was written.
    @FunctionalInterface
    public interface Listener {
        /// Called after a line was written.
        ///
        /// @param number of it, from 1, among the lines that have anything new
        void told(Chronology.Line line, int number, int total);
    }

    /// How fast time goes by.
    ///
    /// @param speed 1 is real time, 3600 an hour in a second
    public record Pace(double speed, InstantSource clock, Sleeper sleeper) {

        public Pace {
            if (!(speed > 0 && Double.isFinite(speed))) {
                throw new BadInput("speed", speed, "a number above 0, e.g. 1 or 3600");
            }
        }
    }

    /// What telling did.
    ///
    /// @param importId null when the ledger held all of it already
    /// @param counts of entries
    public record Told(@Nullable UUID importId, Housekeeping.ImportClosed counts) {}

    private final Chronology chronology;
    private final Ledger ledger;
    private final Listener listener;

    /// Load the mission's pack into the same ledger first.
    public Play(Chronology chronology, Ledger ledger, Listener listener) {
        this.chronology = chronology;
        this.ledger = ledger;
        this.listener = listener;
    }

    /// Writes all lines in one append, whole or not at all.
    public Told atOnce() throws IOException {
        var plan = plan();
        if (plan.revision.isEmpty()) {
            return new Told(null, plan.revision.counts());
        }
        ledger.append(plan.frame.around(plan.importId, plan.revision));
        var steps = steps(plan.revision.entries());
        for (int i = 0; i < steps.size(); i++) {
            tell(steps.get(i), i + 1, steps.size());
        }
        return new Told(plan.importId, plan.revision.counts());
    }

    /// Writes line by line, each when its moment of knowing comes on a clock that runs from the
    /// first new line on.
    ///
    /// @throws InterruptedException when it is stopped; what was told stays, and telling again goes
    ///   on from there
    public Told inTime(Pace pace) throws IOException, InterruptedException {
        var plan = plan();
        if (plan.revision.isEmpty()) {
            return new Told(null, plan.revision.counts());
        }
        ledger.append(List.of(plan.frame.opening(plan.importId)));
        var steps = steps(plan.revision.entries());
        var begin = pace.clock().instant();
        var first = knownAt(steps.getFirst().getFirst());
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var gap = Duration.between(first, knownAt(step.getFirst()));
            var due = begin.plusMillis(Math.round(gap.toMillis() / pace.speed()));
            var wait = Duration.between(pace.clock().instant(), due);
            if (wait.isPositive()) {
                pace.sleeper().sleep(wait);
            }
            ledger.append(step);
            tell(step, i + 1, steps.size());
        }
        ledger.append(List.of(plan.frame.closing(plan.importId, plan.revision)));
        return new Told(plan.importId, plan.revision.counts());
    }

    private record Plan(PackLoader.ImportFrame frame, UUID importId, Revision revision) {}

    private Plan plan() throws IOException {
        var name = chronology.mission() + "/" + chronology.name();
        var holding = Holding.read(ledger, FORMAT, name);
        var options = new TreeMap<String, String>();
        options.put("title", chronology.title());
        var frame = new PackLoader.ImportFrame("play", FORMAT, name, chronology.sha256(), options);
        var importId = frame.id(holding);
        var revision = Revision.of(holding, wanted(), importId, "chronology " + chronology.name());
        return new Plan(frame, importId, revision);
    }

    /// The chronology's entries; the first that tells what a row of the pack says takes its place.
    private List<Entry> wanted() throws IOException {
        var ofPack = new HashMap<Fact, Entry>();
        for (var entry : Holding.read(ledger, PackLoader.FORMAT, chronology.mission()).held()) {
            var fact = Fact.of(entry);
            if (fact != null) {
                ofPack.put(fact, entry);
            }
        }
        var wanted = new ArrayList<Entry>();
        for (var entry : chronology.entries()) {
            var fact = Fact.of(entry);
            var row = fact == null ? null : ofPack.remove(fact);
            wanted.add(row == null ? entry : entry.superseding(row.id()));
        }
        return wanted;
    }

    /// The entries that were born on one line belong together; lines in the order of knowing.
    private static List<List<Entry>> steps(List<Entry> entries) {
        var sorted =
                entries.stream()
                        .sorted(
                                Comparator.comparing(Play::knownAt)
                                        .thenComparingInt(entry -> entry.origin().line()))
                        .toList();
        var steps = new ArrayList<List<Entry>>();
        for (var entry : sorted) {
            boolean same =
                    !steps.isEmpty()
                            && steps.getLast().getFirst().origin().line() == entry.origin().line();
            if (!same) {
                steps.add(new ArrayList<>());
            }
            steps.getLast().add(entry);
        }
        return steps;
    }

    private void tell(List<Entry> step, int number, int total) {
        int at = step.getFirst().origin().line();
        chronology.lines().stream()
                .filter(line -> line.number() == at)
                .findFirst()
                .ifPresent(line -> listener.told(line, number, total));
    }

    private static Instant knownAt(Entry entry) {
        return Objects.requireNonNull(entry.knownAt(), "a line of a chronology has its moment");
    }

    /// What a pack and a chronology may both say.
    private record Fact(UUID subject, Map<String, String> what) {

        static @Nullable Fact of(Entry entry) {
            Body body = entry.body();
            return switch (body) {
                case Facts.IncidentReported incident ->
                        new Fact(entry.subject(), Map.of("kind", "incident"));
                case Facts.ClaimMade(var claim) ->
                        new Fact(
                                entry.subject(),
                                Map.of(
                                        "measure", claim.measure(),
                                        "source", claim.source(),
                                        "figures", claim.figures().toString()));
                case Awareness.Known known ->
                        new Fact(
                                entry.subject(),
                                Map.of(
                                        "who",
                                        known.who(),
                                        "since",
                                        entry.findHappenedOn()
                                                .map(Happened::first)
                                                .map(Instant::toString)
                                                .orElse("")));
                case Body other -> null;
            };
        }
    }
}
