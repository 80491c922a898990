package org.vigie.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vigie.watch.WatchSheet.at;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Erased;
import org.vigie.record.Forces;
import org.vigie.record.Handover;
import org.vigie.record.Handovers;
import org.vigie.record.Ids;
import org.vigie.record.Milestone;
import org.vigie.record.Site;
import org.vigie.record.Threats;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Watchkeeping.HandoverGiven;
import org.vigie.record.Watchkeeping.HandoverSigned;
import org.vigie.record.Watchkeeping.WatchNoted;
import org.vigie.watch.Outstanding.Matter;

class HandoverTest {

    private static final UUID ONE = Ids.subject("report", "one");
    private static final UUID TWO = Ids.subject("report", "two");
    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final UUID NIGHT = Ids.subject("handover", "night");

    private final WatchSheet sheet = new WatchSheet();

    private void give(String who, UUID handover) {
        sheet.write(who, handover, new HandoverGiven("Late", "watch the ford", List.of()));
    }

    private void sign(String who, UUID handover) {
        sheet.write(who, handover, new HandoverSigned(at(0), ""));
    }

    private Handovers handovers() {
        return Handovers.of(sheet.picture());
    }

    private Handover night() {
        return handovers().find(NIGHT).orElseThrow();
    }

    private HandoverSheet paper() throws IOException {
        return HandoverSheet.of(sheet.ledger, sheet.standpoint(Viewer.owner()), night());
    }

    private void aWatch() {
        sheet.write("sms", ONE, WatchSheet.report("Orle", Warnings.Severity.HIGH));
        sheet.write("sms", TWO, WatchSheet.report("Tarn Ford", Warnings.Severity.CRITICAL));
        sheet.clock(1);
        sheet.write("Early", ONE, new Warnings.ReportTaken(true));
        sheet.write("Early", ALERT, WatchSheet.alert("Raid feared", Warnings.Severity.HIGH));
        sheet.clock(30);
    }

    private Optional<String> owner(UUID id) {
        var open = Outstanding.of(sheet.picture());
        var all = new ArrayList<>(open.alerts());
        all.addAll(open.reports());
        return all.stream()
                .filter(matter -> matter.id().equals(id))
                .findFirst()
                .orElseThrow()
                .owner();
    }

    @Test
    void what_is_open_has_its_owner_and_its_due_time_and_what_is_overdue_is_said() {
        aWatch();
        var open = Outstanding.of(sheet.picture());
        assertEquals(Optional.of("Early"), open.alerts().getFirst().owner());
        assertEquals(Optional.of(Milestone.ACKNOWLEDGE), open.alerts().getFirst().next());
        assertEquals(Optional.of(at(16)), open.alerts().getFirst().due());
        assertEquals(List.of(TWO, ONE), open.reports().stream().map(Matter::id).toList());
        assertEquals(Optional.of(at(10)), open.reports().getFirst().due());
        assertEquals(Optional.empty(), open.reports().get(1).due(), "somebody has taken it");
        assertEquals(List.of(ALERT, TWO), open.overdue().stream().map(Matter::id).toList());
        assertEquals(List.of(TWO), open.withoutOwner().stream().map(Matter::id).toList());
    }

    @Test
    void threats_under_review_and_what_waits_for_the_host_state_are_open_too() {
        sheet.write(
                "Early",
                Ids.subject("threat", "t"),
                new Threats.ThreatIdentified(
                        Site.named("Orle"), "traders", "a raid", ActorClass.MILITIA));
        sheet.write(
                "Early",
                Ids.subject("clearance", "c"),
                new Forces.ClearanceAsked("ground", "qrf-1", Site.named("Orle"), null, ""));
        sheet.write(
                "Early",
                Ids.subject("restriction", "r"),
                new Forces.RestrictionImposed(
                        "area", "", Site.named("Tarn Ford"), "the governor", "", null));
        sheet.clock(60 * 24 * 4);
        var open = Outstanding.of(sheet.picture());
        assertEquals(1, open.threats().size());
        assertEquals(1, open.overdue().size(), "nobody judged it within two days");
        assertEquals("qrf-1", open.clearances().getFirst().title());
        assertEquals("Tarn Ford", open.restrictions().getFirst().where());
    }

    @Test
    void until_somebody_signs_both_are_on_watch_and_nothing_moves() {
        aWatch();
        give("Early", NIGHT);
        sheet.clock(31);
        assertTrue(night().waits());
        assertEquals(Optional.of("Early"), owner(ONE));
        var on = handovers().onWatch();
        assertEquals(List.of("Early"), on.stream().map(Handovers.OnWatch::who).toList());
        assertEquals(NIGHT, on.getFirst().leaving().orElseThrow().id());
        assertEquals("Late", night().findWhat().orElseThrow().to());
    }

    @Test
    void a_signature_moves_what_the_one_who_left_had_and_leaves_the_rest() throws IOException {
        aWatch();
        give("Early", NIGHT);
        sheet.clock(40);
        sign("Late", NIGHT);
        sheet.clock(41);
        assertFalse(night().waits());
        assertEquals(Optional.of("Late"), owner(ONE));
        assertEquals(Optional.of("Late"), owner(ALERT));
        assertEquals(Optional.empty(), owner(TWO), "nobody had it, nobody has it");
        var on = handovers().onWatch();
        assertEquals(List.of("Late"), on.stream().map(Handovers.OnWatch::who).toList());
        assertEquals(List.of(ALERT, ONE), paper().moved().stream().map(Matter::id).toList());
    }

    @Test
    void what_somebody_takes_after_being_relieved_stays_theirs() {
        aWatch();
        give("Early", NIGHT);
        sign("Late", NIGHT);
        sheet.clock(50);
        sheet.write("Early", TWO, new Warnings.ReportTaken(true));
        assertEquals(Optional.of("Early"), owner(TWO));
    }

    @Test
    void the_paper_says_what_was_open_when_it_was_given_and_what_came_since() throws IOException {
        aWatch();
        sheet.write("Early", Ids.subject("note", "n"), new WatchNoted("the ford is up", null));
        sheet.write(
                "Early",
                NIGHT,
                new HandoverGiven("", "look at Orle", List.of(Ids.subject("note", "n"))));
        sheet.clock(35);
        var late = Ids.subject("report", "late");
        sheet.write("sms", late, WatchSheet.report("Hollow Quarry", Warnings.Severity.HIGH));
        sheet.clock(36);
        assertEquals(2, paper().left().reports().size());
        assertEquals(1, paper().notes().size());
        assertEquals(List.of(late), paper().since().stream().map(line -> line.about()).toList());
        sign("Late", NIGHT);
        sheet.clock(60);
        sheet.write(
                "sms",
                Ids.subject("report", "x"),
                WatchSheet.report("Orle", Warnings.Severity.LOW));
        sheet.clock(61);
        assertEquals(
                1, paper().since().size(), "what came after the signature is the next watch's");
        assertEquals(2, paper().left().reports().size());
    }

    @Test
    void who_gives_another_before_anybody_signed_replaces_the_first() {
        var again = Ids.subject("handover", "again");
        give("Early", NIGHT);
        give("Early", again);
        give("Other", Ids.subject("handover", "other"));
        assertTrue(night().replaced());
        assertEquals(
                List.of(again, Ids.subject("handover", "other")),
                handovers().waiting().stream().map(Handover::id).toList());
    }

    @Test
    void erased_words_give_nothing_back_to_who_left() {
        aWatch();
        sheet.write("Early", NIGHT, new Erased("handover-given"));
        sheet.write("Late", NIGHT, new Erased("handover-signed"));
        sheet.clock(45);
        assertEquals(Optional.of("Late"), owner(ONE));
        assertEquals(Optional.empty(), night().findWhat());
    }

    @Test
    void who_does_not_see_a_handover_sees_whose_it_was() {
        aWatch();
        give("Early", NIGHT);
        sign("Late", NIGHT);
        var outsider = sheet.ledger.asOf(at(60), at(60), Viewer.outsider());
        assertEquals(List.of(), Handovers.of(outsider).all());
    }

    /// Whatever a watch did, a signature changes no list of what is open; it changes the owner of
    /// what the officer who left had, and of nothing else.
    @Property(tries = 120)
    void nothing_that_is_open_vanishes_or_becomes_nobodys_by_a_handover(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var some = new WatchSheet();
        var officers = List.of("A", "B", "C");
        for (int i = 0; i < 12; i++) {
            var id = Ids.subject("report", "" + i);
            some.clock(i);
            some.write("sms", id, WatchSheet.report("Orle", Warnings.Severity.HIGH));
            var who = officers.get(chance.nextInt(3));
            if (chance.nextBoolean()) {
                some.write(who, id, new Warnings.ReportTaken(chance.nextInt(4) > 0));
            }
            if (chance.nextInt(3) == 0) {
                some.write(
                        who,
                        Ids.subject("alert", "" + i),
                        WatchSheet.alert("Alert " + i, Warnings.Severity.LOW));
            }
            if (chance.nextInt(4) == 0) {
                var given = Ids.subject("handover", "" + i);
                some.write(who, given, new HandoverGiven("", "", List.of()));
                some.write(
                        officers.get((officers.indexOf(who) + 1) % 3),
                        given,
                        new HandoverSigned(at(i), ""));
            }
        }
        some.clock(20);
        some.write("A", NIGHT, new HandoverGiven("", "", List.of()));
        var before = owners(Outstanding.of(some.picture()));
        some.write("B", NIGHT, new HandoverSigned(at(20), ""));
        var after = owners(Outstanding.of(some.picture()));
        assertEquals(before.keySet(), after.keySet());
        before.forEach((id, owner) ->
                assertEquals(owner.equals("A") ? "B" : owner, after.get(id), "of " + id));
    }

    private static Map<UUID, String> owners(Outstanding open) {
        var owners = new TreeMap<UUID, String>();
        open.alerts().forEach(one -> owners.put(one.id(), one.owner().orElse("nobody")));
        open.reports().forEach(one -> owners.put(one.id(), one.owner().orElse("nobody")));
        return owners;
    }
}
