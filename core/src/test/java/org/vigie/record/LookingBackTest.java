package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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
            shown.add(
                    text(
                            row.incidents().stream().collect(Collectors.toCollection(TreeSet::new)),
                            row.seq(),
                            row.deaths(),
                            row.rule()));
        }
        return shown;
    }

    private static String text(Set<UUID> incidents, long seq, Figures figures, Rule rule) {
        return "incidents %s by entry %s: %s, %s".formatted(incidents, seq, figures, rule);
    }

    /// The definition: an entry holds when it was known and recorded by then, its import was not
    /// undone and nothing that holds in the same sense supersedes it; of an incident the account
    /// known last (then recorded last) counts, if the viewer may see it; incidents that the visible
    /// links join are one.
    private static Set<String> expected(List<Recorded> entries, Picture picture) {
        var holding = entries.stream().filter(entry -> holds(entry, entries, picture)).toList();
        var seen =
                holding.stream().filter(entry -> OFFICER.maySee(entry.entry().handling())).toList();
        var shown = new HashSet<String>();
        var latest = new TreeMap<UUID, Recorded>();
        for (var entry : holding) {
            if (entry.body() instanceof Facts.IncidentReported) {
                latest.merge(
                        entry.entry().subject(),
                        entry,
                        (one, other) -> BY_KNOWLEDGE.compare(one, other) > 0 ? one : other);
            }
        }
        latest.values().removeIf(account -> !OFFICER.maySee(account.entry().handling()));
        seen.stream()
                .filter(entry -> !(entry.body() instanceof Facts.IncidentReported))
                .forEach(entry -> shown.add("entry " + entry.seq()));
        latest.keySet().forEach(incident -> shown.add(joined(incident, latest, seen, entries)));
        return shown;
    }

    /// What is shown of all that are the same as one incident.
    private static String joined(
            UUID incident, Map<UUID, Recorded> latest, List<Recorded> seen, List<Recorded> all) {
        var members = new TreeSet<>(Set.of(incident));
        var folded = new HashSet<UUID>();
        for (int round = 0; round < seen.size(); round++) {
            for (var entry : seen) {
                if (entry.body() instanceof Facts.Linked link) {
                    var ends = Set.of(entry.entry().subject());
                    folded.add(link.other());
                    if (members.contains(link.other()) || members.containsAll(ends)) {
                        members.add(link.other());
                        members.addAll(ends);
                    }
                }
            }
        }
        var accounts = members.stream().filter(latest::containsKey).sorted(firstOf(all)).toList();
        var lead =
                accounts.stream()
                        .filter(one -> !folded.contains(one))
                        .findFirst()
                        .orElse(accounts.getFirst());
        var statements = new ArrayList<Statement>();
        statement(got(latest, lead)).ifPresent(statements::add);
        accounts.stream()
                .filter(one -> !one.equals(lead))
                .forEach(one -> statement(got(latest, one)).ifPresent(statements::add));
        seen.stream()
                .filter(entry -> members.contains(entry.entry().subject()))
                .filter(entry -> entry.body() instanceof Facts.ClaimMade)
                .forEach(entry ->
                        statements.add(
                                Statement.ofClaim(((Facts.ClaimMade) entry.body()).claim())));
        var decision =
                seen.stream()
                        .filter(entry -> members.contains(entry.entry().subject()))
                        .filter(entry -> entry.body() instanceof Facts.RuleChosen)
                        .max(BY_KNOWLEDGE)
                        .map(entry -> (Facts.RuleChosen) entry.body())
                        .orElse(null);
        var own = statement(got(latest, lead)).orElse(null);
        var from = new HashMap<String, String>();
        seen.stream()
                .filter(entry -> entry.body() instanceof Facts.SourceDerived)
                .map(entry -> (Facts.SourceDerived) entry.body())
                .forEach(derived -> from.put(derived.source(), derived.from()));
        var chosen =
                FigureRule.overall(own, statements, decision, source -> Origins.root(source, from));
        return text(
                new TreeSet<>(accounts),
                got(latest, lead).seq(),
                chosen != null ? chosen.figures() : Objects.requireNonNull(own).figures(),
                chosen != null ? chosen.rule() : Rule.OWN_ACCOUNT);
    }

    private static Recorded got(Map<UUID, Recorded> latest, UUID incident) {
        return Objects.requireNonNull(latest.get(incident));
    }

    private static final Comparator<Recorded> BY_KNOWLEDGE =
            Comparator.comparing(Recorded::knownAt).thenComparingLong(Recorded::seq);

    /// By which came first into the ledger.
    private static Comparator<UUID> firstOf(List<Recorded> all) {
        return Comparator.comparingLong(incident ->
                all.stream()
                        .filter(entry -> entry.entry().subject().equals(incident))
                        .filter(entry -> entry.body() instanceof Facts.IncidentReported)
                        .findFirst()
                        .orElseThrow()
                        .seq());
    }

    private static Optional<Statement> statement(Recorded recorded) {
        var account = (Facts.IncidentReported) recorded.body();
        return Optional.ofNullable(account.deaths())
                .map(deaths ->
                        Statement.ofAccount(account.source(), deaths.total(), deaths.civilians()));
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
