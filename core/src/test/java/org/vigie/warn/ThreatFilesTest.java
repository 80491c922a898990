package org.vigie.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Erased;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Responses.Tier;
import org.vigie.record.Site;
import org.vigie.record.Threats.Capacity;
import org.vigie.record.Threats.Ending;
import org.vigie.record.Threats.Impact;
import org.vigie.record.Threats.Intent;
import org.vigie.record.Threats.Likelihood;
import org.vigie.record.Threats.LinkedTo;
import org.vigie.record.Threats.Protection;
import org.vigie.record.Threats.Protector;
import org.vigie.record.Threats.ThreatAssessed;
import org.vigie.record.Threats.ThreatClosed;
import org.vigie.record.Threats.ThreatIdentified;
import org.vigie.record.Threats.ThreatLinked;
import org.vigie.record.Threats.ThreatReopened;
import org.vigie.record.Threats.ThreatUnlinked;
import org.vigie.record.Viewer;
import org.vigie.weigh.Judgements;

class ThreatFilesTest {

    private static final Instant START = Instant.parse("2031-03-01T08:00:00Z");
    private static final UUID ONE = Ids.subject("threat", "one");
    private static final UUID TWO = Ids.subject("threat", "two");
    private static final UUID ALERT = Ids.subject("alert", "a");

    private final Sheet sheet = new Sheet();

    /// A ledger in which each entry is known on a day of its own.
    private static final class Sheet {

        private final MemoryLedger ledger =
                new MemoryLedger(() -> START.plus(Duration.ofDays(400)));
        private int written;

        void write(UUID subject, int day, Body body) {
            write(subject, day, body, null);
        }

        void write(UUID subject, int day, Body body, @Nullable UUID older) {
            ledger.append(
                    List.of(
                            new Entry(
                                    Ids.subject("entry", "" + written++),
                                    subject,
                                    null,
                                    day(day),
                                    "Protection officer",
                                    Component.PROTECTION,
                                    Handling.PROTECTION,
                                    new Origin("form", null, null, 0),
                                    older,
                                    body)));
        }

        Picture picture(int day) {
            return ledger.asOf(day(day), START.plus(Duration.ofDays(500)), Viewer.owner());
        }

        ThreatFiles files(int day) {
            return ThreatFiles.of(picture(day));
        }
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static LocalDate date(int day) {
        return LocalDate.of(2031, 3, 1).plusDays(day);
    }

    private static ThreatIdentified seen(ActorClass alleged) {
        return new ThreatIdentified(
                Site.named("Hollow Quarry"), "herders at the ford", "a raid by night", alleged);
    }

    private static ThreatAssessed judged(
            Likelihood likelihood, Impact impact, @Nullable LocalDate reviewBy) {
        return new ThreatAssessed(
                "herders at the ford",
                ActorClass.MILITIA,
                "cattle",
                Capacity.SOME,
                likelihood,
                impact,
                List.of(new Protection(Protector.HOST_STATE, Capacity.STRONG, Intent.UNWILLING)),
                Tier.PHYSICAL,
                reviewBy,
                "two reports");
    }

    private ThreatFile one(int day) {
        return sheet.files(day).find(ONE).orElseThrow();
    }

    @Test
    void a_file_opens_when_somebody_sees_a_threat_and_is_due_for_a_judgement_within_two_days() {
        sheet.write(ONE, 0, seen(ActorClass.STATE));
        var file = one(1);
        assertTrue(file.open());
        assertEquals(Optional.empty(), file.findPriority());
        assertEquals(date(2), file.reviewDue());
        assertFalse(file.overdue(day(2)), "the day itself is not over");
        assertTrue(file.overdue(day(3)));
        assertEquals(List.of(file), sheet.files(1).notJudged());
        assertEquals(ActorClass.STATE, file.alleged());
    }

    @Test
    void the_judgement_known_last_holds_and_all_of_them_stay() {
        sheet.write(ONE, 0, seen(ActorClass.UNKNOWN));
        sheet.write(ONE, 1, judged(Likelihood.POSSIBLE, Impact.SEVERE, null));
        sheet.write(ONE, 8, judged(Likelihood.VERY_LIKELY, Impact.CRITICAL, null));
        assertEquals(25, one(9).findPriority().orElseThrow().score());
        assertEquals(12, one(7).findPriority().orElseThrow().score(), "as it was known then");
        assertEquals(2, one(9).judgements().size());
        assertEquals(3, one(9).history().size());
        assertEquals(1, one(9).daysSinceReview(day(9)));
        assertEquals(date(15), one(9).reviewDue(), "high: within seven days");
        assertEquals(date(15), one(7).reviewDue(), "medium: within fourteen days");
        assertEquals(ActorClass.MILITIA, one(9).alleged());
        assertEquals(Set.of(ActorClass.UNKNOWN, ActorClass.MILITIA), one(9).everAlleged());
    }

    @Test
    void a_day_that_somebody_named_holds_unless_it_is_later_than_the_priority_allows() {
        sheet.write(ONE, 0, seen(ActorClass.UNKNOWN));
        sheet.write(ONE, 1, judged(Likelihood.LIKELY, Impact.SEVERE, date(4)));
        assertEquals(date(4), one(2).reviewDue());
        sheet.write(ONE, 2, judged(Likelihood.LIKELY, Impact.SEVERE, date(90)));
        assertEquals(date(9), one(3).reviewDue());
    }

    @Test
    void only_a_person_closes_it_and_it_may_be_opened_again_and_is_judged_anew() {
        sheet.write(ONE, 0, seen(ActorClass.UNKNOWN));
        sheet.write(ONE, 1, judged(Likelihood.VERY_UNLIKELY, Impact.MINOR, null));
        assertTrue(one(399).open(), "none falls out by itself");
        assertTrue(one(399).overdue(day(399)));
        sheet.write(ONE, 20, new ThreatClosed(Ending.GONE, "B. Officer", "they left"));
        assertFalse(one(21).open());
        assertFalse(one(399).overdue(day(399)), "a closed file owes no review");
        assertTrue(one(19).open(), "as it was known then");
        sheet.write(ONE, 40, new ThreatReopened("B. Officer", "they came back"));
        assertTrue(one(41).open());
        assertEquals(date(42), one(41).reviewDue());
        assertEquals(1, one(41).daysSinceReview(day(41)));
        assertTrue(sheet.files(43).overdue(day(43)).contains(one(43)));
        sheet.write(ONE, 41, judged(Likelihood.LIKELY, Impact.SEVERE, null));
        assertEquals(date(48), one(41).reviewDue());
    }

    @Test
    void what_is_linked_can_be_parted_and_what_came_after_the_judgement_is_told() {
        var report = Ids.subject("report", "r");
        sheet.write(ONE, 0, seen(ActorClass.UNKNOWN));
        sheet.write(ONE, 0, new ThreatLinked(ALERT, LinkedTo.ALERT));
        sheet.write(ONE, 1, judged(Likelihood.LIKELY, Impact.SEVERE, null));
        sheet.write(ONE, 2, new ThreatLinked(report, LinkedTo.REPORT));
        assertEquals(
                List.of(ALERT, report),
                one(3).links().stream().map(ThreatFile.Link::other).toList());
        assertEquals(
                List.of(report),
                one(3).linkedSinceReview().stream().map(ThreatFile.Link::other).toList());
        assertEquals(List.of(one(3)), sheet.files(3).linkedTo(ALERT));
        sheet.write(ONE, 4, new ThreatUnlinked(ALERT, LinkedTo.ALERT, "another village"));
        assertEquals(List.of(), sheet.files(5).linkedTo(ALERT));
        assertEquals(List.of(one(3)), sheet.files(3).linkedTo(ALERT));
    }

    @Test
    void open_ones_come_first_and_of_those_what_nobody_has_judged() {
        sheet.write(ONE, 0, seen(ActorClass.UNKNOWN));
        sheet.write(ONE, 1, judged(Likelihood.VERY_LIKELY, Impact.CRITICAL, null));
        sheet.write(TWO, 2, seen(ActorClass.UNKNOWN));
        assertEquals(List.of(TWO, ONE), order(sheet.files(3)));
        sheet.write(TWO, 4, new ThreatClosed(Ending.OPENED_BY_MISTAKE, "B. Officer", "double"));
        assertEquals(List.of(ONE, TWO), order(sheet.files(5)));
        assertEquals(List.of(ONE), ids(sheet.files(5).open()));
        assertEquals(List.of(TWO), ids(sheet.files(5).closed()));
        assertEquals(List.of(ONE), ids(sheet.files(5).at(Likelihood.VERY_LIKELY, Impact.CRITICAL)));
        assertEquals(List.of(), sheet.files(5).at(Likelihood.LIKELY, Impact.CRITICAL));
    }

    @Test
    void a_judgement_taken_back_holds_no_longer_and_the_one_before_does() {
        sheet.write(ONE, 0, seen(ActorClass.UNKNOWN));
        sheet.write(ONE, 1, judged(Likelihood.POSSIBLE, Impact.SEVERE, null));
        sheet.write(ONE, 2, judged(Likelihood.VERY_LIKELY, Impact.CRITICAL, null));
        Recorded slip = one(2).judged().orElseThrow();
        sheet.write(ONE, 3, Judgements.takenBack(slip, "a slip"), slip.entry().id());
        assertEquals(12, one(4).findPriority().orElseThrow().score());
        assertEquals(1, one(4).judgements().size());
    }

    @Test
    void what_was_erased_is_not_taken_for_what_was_said_before_and_no_file_vanishes() {
        sheet.write(ONE, 0, seen(ActorClass.UNKNOWN));
        sheet.write(ONE, 1, judged(Likelihood.POSSIBLE, Impact.SEVERE, null));
        sheet.write(ONE, 2, new Erased("threat-assessed"));
        assertEquals(Optional.empty(), one(3).findPriority());
        assertTrue(one(4).overdue(day(4)));
        sheet.write(ONE, 5, new Erased("threat-closed"));
        assertFalse(one(6).open(), "that a person closed it is not erased");
        sheet.write(TWO, 0, new Erased("threat-identified"));
        assertEquals(1, sheet.files(6).withoutOpening());
    }

    @Test
    void whoever_is_outside_the_mission_sees_none() {
        sheet.write(ONE, 0, seen(ActorClass.UNKNOWN));
        var outside =
                sheet.ledger.asOf(day(1), START.plus(Duration.ofDays(500)), Viewer.outsider());
        assertEquals(new ThreatFiles(List.of(), 0), ThreatFiles.of(outside));
    }

    @Property
    void what_is_likelier_or_graver_never_presses_less_nor_is_left_longer(
            @ForAll Likelihood likelihood, @ForAll Impact impact, @ForAll Impact graver) {
        var one = new ThreatPriority(likelihood, impact);
        var other = new ThreatPriority(likelihood, graver);
        assertEquals(
                Integer.signum(impact.compareTo(graver)),
                Integer.signum(Integer.compare(one.rank(), other.rank())));
        if (impact.compareTo(graver) <= 0) {
            assertTrue(one.level().compareTo(other.level()) <= 0);
            assertTrue(
                    ReviewTimes.ASSUMED.after(one.level())
                            >= ReviewTimes.ASSUMED.after(other.level()));
        }
        assertEquals(likelihood.score() * impact.score(), one.score());
    }

    @Property
    void whoever_is_alleged_and_whatever_others_can_and_will_do_changes_no_order_and_no_due_day(
            @ForAll long seed) {
        var plain = new Sheet();
        var swapped = new Sheet();
        var chance = new SplittableRandom(seed);
        var labels = new SplittableRandom(seed + 1);
        for (int step = 0; step < 30; step++) {
            var subject = Ids.subject("threat", "" + chance.nextInt(6));
            int day = chance.nextInt(60);
            var body = any(chance);
            plain.write(subject, day, body);
            swapped.write(subject, day, swap(body, labels));
        }
        var now = plain.files(60);
        var then = swapped.files(60);
        assertEquals(order(now), order(then));
        assertEquals(urgency(now), urgency(then));
        assertEquals(ids(now.overdue(day(60))), ids(then.overdue(day(60))));
        assertTrue(now.open().stream().allMatch(file -> file.reviewDue() != null));
    }

    private static Body any(SplittableRandom chance) {
        return switch (chance.nextInt(6)) {
            case 0, 1 -> seen(chosen(chance, ActorClass.values()));
            case 2 -> new ThreatClosed(Ending.GONE, "B. Officer", "they left");
            case 3 -> new ThreatReopened("B. Officer", "they came back");
            default ->
                    judged(
                            chosen(chance, Likelihood.values()),
                            chosen(chance, Impact.values()),
                            chance.nextBoolean() ? null : date(chance.nextInt(80)));
        };
    }

    /// The same with another perpetrator, and with other words on what everybody can and will do.
    private static Body swap(Body body, SplittableRandom labels) {
        return switch (body) {
            case ThreatIdentified seen ->
                    new ThreatIdentified(
                            seen.site(),
                            seen.atRisk(),
                            seen.threat(),
                            chosen(labels, ActorClass.values()));
            case ThreatAssessed judged ->
                    new ThreatAssessed(
                            judged.atRisk(),
                            chosen(labels, ActorClass.values()),
                            "another motive",
                            chosen(labels, Capacity.values()),
                            judged.likelihood(),
                            judged.impact(),
                            List.of(
                                    new Protection(
                                            chosen(labels, Protector.values()),
                                            chosen(labels, Capacity.values()),
                                            chosen(labels, Intent.values()))),
                            chosen(labels, Tier.values()),
                            judged.reviewBy(),
                            judged.basis());
            default -> body;
        };
    }

    private static <T> T chosen(SplittableRandom chance, T[] values) {
        return values[chance.nextInt(values.length)];
    }

    private static List<UUID> order(ThreatFiles files) {
        return ids(files.files());
    }

    private static List<UUID> ids(List<ThreatFile> files) {
        return files.stream().map(ThreatFile::id).toList();
    }

    private static List<String> urgency(ThreatFiles files) {
        var lines = new ArrayList<String>();
        for (var file : files.files()) {
            lines.add(
                    file.id()
                            + " "
                            + file.findPriority()
                            + " "
                            + file.reviewDue()
                            + " "
                            + file.overdue(day(60))
                            + " "
                            + file.open());
        }
        return lines;
    }

    @Test
    void assumed_times_say_so_and_what_presses_more_is_never_left_longer() {
        assertTrue(ReviewTimes.ASSUMED.origin().startsWith("assumed"));
        var longer =
                Map.of(
                        ThreatPriority.Level.HIGH, 9,
                        ThreatPriority.Level.MEDIUM, 7,
                        ThreatPriority.Level.LOW, 30);
        assertThrows(BadInput.class, () -> new ReviewTimes(2, longer, "mission"));
        assertThrows(BadInput.class, () -> new ReviewTimes(2, Map.of(), "mission"));
    }
}
