package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The laws of looking back, on ledgers made by chance, against the definition written out slowly.
class LookingBackTest {

    private static final Viewer OFFICER = new Viewer("test", Component.OPERATIONS_CENTRE, 3);

    @Property(tries = 300)
    void a_picture_shows_exactly_what_the_definition_says(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = RandomHistory.HOURS) int known,
            @ForAll @IntRange(min = 0, max = RandomHistory.HOURS) int recorded) {
        var entries = RandomHistory.of(seed, 25);
        var picture =
                History.EMPTY
                        .plus(entries)
                        .asOf(RandomHistory.hour(known), RandomHistory.hour(recorded), OFFICER);
        assertEquals(expected(entries, picture), shown(picture));
    }

    @Property(tries = 200)
    void nothing_known_or_recorded_later_is_in_the_picture(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = RandomHistory.HOURS) int hour) {
        var moment = RandomHistory.hour(hour);
        var picture =
                History.EMPTY.plus(RandomHistory.of(seed, 40)).asOf(moment, moment, Viewer.owner());
        for (var entry : picture.entries(Body.class)) {
            assertTrue(!entry.knownAt().isAfter(moment) && !entry.recordedAt().isAfter(moment));
        }
        for (var row : picture.incidents().list()) {
            assertTrue(!row.recordedAt().isAfter(moment) && !row.knownFrom().isAfter(moment));
        }
    }

    @Property(tries = 200)
    void what_a_past_screen_showed_is_not_changed_by_anything_recorded_since(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = RandomHistory.HOURS) int hour) {
        var entries = RandomHistory.of(seed, 40);
        var then =
                entries.stream()
                        .takeWhile(entry -> !entry.recordedAt().isAfter(RandomHistory.hour(hour)))
                        .toList();
        var far = Instant.parse("2030-01-01T00:00:00Z");
        var screenThen = History.EMPTY.plus(then).asOf(far, RandomHistory.hour(hour), OFFICER);
        var reproduced = History.EMPTY.plus(entries).asOf(far, RandomHistory.hour(hour), OFFICER);
        assertEquals(shown(screenThen), shown(reproduced));
    }

    @Property(tries = 100)
    void appending_piece_by_piece_gives_the_same_picture_as_all_at_once(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int piece) {
        var entries = RandomHistory.of(seed, 40);
        var pieces = History.EMPTY;
        for (int from = 0; from < entries.size(); from += piece) {
            pieces = pieces.plus(entries.subList(from, Math.min(entries.size(), from + piece)));
        }
        var moment = RandomHistory.hour(RandomHistory.HOURS);
        assertEquals(
                shown(History.EMPTY.plus(entries).asOf(moment, moment, OFFICER)),
                shown(pieces.asOf(moment, moment, OFFICER)));
    }

    @Property(tries = 100)
    void a_history_that_was_saved_shows_the_same_and_goes_on_growing(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int saved) throws IOException {
        var entries = RandomHistory.of(seed, 40);
        var before = entries.subList(0, Math.min(saved, entries.size()));
        var file = new ByteArrayOutputStream();
        History.EMPTY.plus(before).write(file);
        var others =
                before.stream()
                        .filter(entry -> !(entry.body() instanceof Facts.IncidentReported))
                        .toList();
        var read = History.read(new ByteArrayInputStream(file.toByteArray())).with(others);
        var moment = RandomHistory.hour(RandomHistory.HOURS / 2);
        assertEquals(
                shown(History.EMPTY.plus(entries).asOf(moment, moment, OFFICER)),
                shown(
                        read.plus(entries.subList(before.size(), entries.size()))
                                .asOf(moment, moment, OFFICER)));
    }

    @Property(tries = 100)
    void a_viewer_sees_nothing_that_is_not_for_them(@ForAll long seed) {
        var moment = RandomHistory.hour(RandomHistory.HOURS);
        var picture =
                History.EMPTY
                        .plus(RandomHistory.of(seed, 40))
                        .asOf(moment, moment, Viewer.outsider());
        for (var entry : picture.entries(Body.class)) {
            assertEquals(Handling.OPEN, entry.entry().handling());
        }
    }

    /// What a picture shows, as text: the entries, and the incidents with their figures.
    private static Set<String> shown(Picture picture) {
        var shown = new HashSet<String>();
        for (var entry : picture.entries(Body.class)) {
            shown.add("entry " + entry.seq());
        }
        for (var row : picture.incidents().list()) {
            shown.add(text(row.incident(), row.seq(), row.deaths(), row.competing()));
        }
        return shown;
    }

    private static String text(UUID incident, long seq, Figures figures, int competing) {
        return "incident %s by entry %s: %s, %s competing"
                .formatted(incident, seq, figures, competing);
    }

    /// The definition: an entry holds when it was known and recorded by then, its import was not
    /// undone and nothing that holds in the same sense supersedes it; of an incident the account
    /// known last (then recorded last) counts.
    private static Set<String> expected(List<Recorded> entries, Picture picture) {
        var holding =
                entries.stream()
                        .filter(entry ->
                                OFFICER.maySee(entry.entry().handling())
                                        || entry.body() instanceof Facts.IncidentReported
                                        || entry.body() instanceof Facts.ClaimMade)
                        .filter(entry -> holds(entry, entries, picture))
                        .toList();
        var shown = new HashSet<String>();
        var accounts = new TreeMap<UUID, List<Recorded>>();
        for (var entry : holding) {
            if (entry.body() instanceof Facts.IncidentReported) {
                accounts.computeIfAbsent(entry.entry().subject(), id -> new ArrayList<>())
                        .add(entry);
            } else if (OFFICER.maySee(entry.entry().handling())) {
                shown.add("entry " + entry.seq());
            }
        }
        for (var incident : accounts.entrySet()) {
            var latest =
                    incident.getValue().stream()
                            .max(
                                    Comparator.comparing(Recorded::knownAt)
                                            .thenComparingLong(Recorded::seq))
                            .orElseThrow();
            if (OFFICER.maySee(latest.entry().handling())) {
                shown.add(incidentText(latest, holding));
            }
        }
        return shown;
    }

    private static String incidentText(Recorded latest, List<Recorded> holding) {
        var account = (Facts.IncidentReported) latest.body();
        var deaths = account.deaths();
        if (deaths != null) {
            return text(latest.entry().subject(), latest.seq(), deaths.total(), 0);
        }
        var claims =
                holding.stream()
                        .filter(entry -> entry.entry().subject().equals(latest.entry().subject()))
                        .filter(entry -> entry.body() instanceof Facts.ClaimMade)
                        .sorted(
                                Comparator.comparing(Recorded::knownAt)
                                        .thenComparingLong(Recorded::seq))
                        .map(entry -> ((Facts.ClaimMade) entry.body()).claim())
                        .toList();
        var chosen = FigureRule.overall(claims);
        return text(latest.entry().subject(), latest.seq(), chosen.figures(), chosen.competing());
    }

    private static boolean holds(Recorded entry, List<Recorded> all, Picture picture) {
        return visible(entry, picture)
                && !importUndone(entry, all, picture)
                && all.stream()
                        .filter(other -> entry.entry().id().equals(other.entry().supersedes()))
                        .filter(other -> visible(other, picture))
                        .allMatch(other -> importUndone(other, all, picture));
    }

    private static boolean visible(Recorded entry, Picture picture) {
        return !entry.knownAt().isAfter(picture.knownAsOf())
                && !entry.recordedAt().isAfter(picture.recordedAsOf());
    }

    private static boolean importUndone(Recorded entry, List<Recorded> all, Picture picture) {
        var importId = entry.entry().origin().importId();
        return importId != null
                && all.stream()
                        .filter(other -> other.body() instanceof Housekeeping.ImportUndone)
                        .filter(other -> importId.equals(other.entry().supersedes()))
                        .anyMatch(other -> !other.recordedAt().isAfter(picture.recordedAsOf()));
    }
}
