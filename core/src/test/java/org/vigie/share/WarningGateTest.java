package org.vigie.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Severity;
import org.vigie.share.WarningGate.Answer;
import org.vigie.share.WarningGate.Held;

class WarningGateTest {

    private static final Instant NOW = Instant.parse("2031-03-01T05:30:00Z");
    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final UUID REPORT = Ids.subject("report", "r");
    private static final Decision DECIDED =
            new Decision("A. Diallo, protection", "they are warned");
    private static final Position QUARRY = new Position(13.96, -3.57);

    private final List<Entry> entries = new ArrayList<>();

    private void add(UUID subject, Handling handling, Body body) {
        entries.add(
                new Entry(
                        Ids.subject("entry", "" + entries.size()),
                        subject,
                        null,
                        null,
                        "watch officer",
                        Component.OPERATIONS_CENTRE,
                        handling,
                        Origin.hand(),
                        null,
                        body));
    }

    private static Site site(PlacePrecision precision) {
        return new Site("Hollow Quarry", QUARRY, precision, null, "Delta", "Orle", "Ostrelle");
    }

    private static Warnings.ReportReceived report(ActorClass alleged) {
        return new Warnings.ReportReceived(
                "phone",
                site(PlacePrecision.EXACT),
                "the baker's son says that they come by night",
                "herders",
                "a raid",
                Severity.HIGH,
                alleged,
                Grade.UNJUDGED,
                true);
    }

    private static Warnings.AlertOpened opened(ActorClass alleged) {
        return new Warnings.AlertOpened(
                "Raid feared, call +223 70 00 00 00 [press, 3 March]",
                site(PlacePrecision.EXACT),
                Severity.HIGH,
                "herders at the quarry",
                alleged,
                List.of(REPORT));
    }

    private WarningGateTest written(ActorClass report, ActorClass alert) {
        add(REPORT, Handling.PROTECTION, report(report));
        add(ALERT, Handling.PROTECTION, opened(alert));
        return this;
    }

    private Answer ask(Tier tier, Decision decision) {
        var whole = picture(Viewer.owner());
        var seen = Alerts.of(picture(Viewer.officer("watch"))).findAlert(ALERT).orElseThrow();
        return WarningGate.ask(tier, seen, whole, decision);
    }

    private Answer undecided(Tier tier) {
        var whole = picture(Viewer.owner());
        return WarningGate.ask(tier, Alerts.of(whole).findAlert(ALERT).orElseThrow(), whole, null);
    }

    private Picture picture(Viewer viewer) {
        var ledger = new MemoryLedger(() -> NOW);
        ledger.append(entries);
        return ledger.asOf(NOW, NOW, viewer);
    }

    private SharedWarning given(Tier tier) {
        return ((Answer.Given) ask(tier, DECIDED)).warning();
    }

    @Test
    void nothing_of_an_alert_leaves_the_mission_undecided_whoever_is_alleged() {
        written(ActorClass.ARMED_GROUP, ActorClass.ARMED_GROUP);
        for (var tier : List.of(Tier.PUBLIC, Tier.PARTNER, Tier.HOST)) {
            assertEquals(new Answer.Kept(Held.UNDECIDED), undecided(tier));
        }
        assertTrue(undecided(Tier.RESTRICTED) instanceof Answer.Given);
    }

    @Test
    void the_host_state_is_not_told_of_a_threat_by_itself_even_when_somebody_decided_so() {
        written(ActorClass.PRIVATE_MILITARY, ActorClass.MILITIA);
        assertEquals(new Answer.Kept(Held.HOST_ALLEGED), ask(Tier.HOST, DECIDED));
        assertTrue(ask(Tier.PARTNER, DECIDED) instanceof Answer.Given);
    }

    @Test
    void what_is_sealed_about_it_holds_it_back_though_the_reader_does_not_see_that() {
        written(ActorClass.MILITIA, ActorClass.MILITIA);
        add(
                REPORT,
                Handling.SEALED,
                new Warnings.ReportVerified(Warnings.Verification.CONFIRMED, "seen"));
        assertEquals(new Answer.Kept(Held.SEALED), ask(Tier.PARTNER, DECIDED));
        assertEquals(SharedWarning.Certainty.NOT_KNOWN, given(Tier.RESTRICTED).certainty());
    }

    @Test
    void readers_outside_have_no_text_that_somebody_typed_and_no_time() {
        written(ActorClass.MILITIA, ActorClass.MILITIA);
        for (var tier : List.of(Tier.PUBLIC, Tier.PARTNER, Tier.HOST)) {
            var warning = given(tier);
            assertEquals("", warning.title());
            assertEquals("", warning.atRisk());
            assertNull(warning.warnedAt());
            assertEquals("Delta", warning.ground().name());
            assertNull(warning.ground().circle());
        }
    }

    @Test
    void within_the_mission_the_title_stays_without_its_source_and_without_a_telephone() {
        written(ActorClass.MILITIA, ActorClass.MILITIA);
        var warning = given(Tier.RESTRICTED);
        assertEquals("Raid feared, call " + Identifying.LEFT_OUT, warning.title());
        assertEquals("herders at the quarry", warning.atRisk());
        assertEquals(
                new Ground("Hollow Quarry", new Ground.Circle(QUARRY, Ground.RADIUS_MIN_KM), null),
                warning.ground());
        assertFalse(warning.toString().contains("baker"), warning::toString);
    }

    @Test
    void a_place_that_stands_for_a_region_has_no_shape() {
        for (var tier : Tier.values()) {
            var ground = Ground.of(tier, site(PlacePrecision.COUNTRY));
            assertNull(ground.box());
            assertNull(ground.circle());
        }
    }

    @Property
    void who_is_alleged_changes_nothing_of_what_is_given(
            @ForAll ActorClass one, @ForAll ActorClass other) {
        for (var tier : List.of(Tier.PUBLIC, Tier.PARTNER, Tier.RESTRICTED)) {
            assertEquals(
                    new WarningGateTest().written(one, other).given(tier),
                    new WarningGateTest().written(other, one).given(tier));
        }
    }

    @Property
    void anybody_is_shown_the_same_square_for_all_places_in_it(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        var here = new Position(latitude, longitude);
        var box =
                Objects.requireNonNull(
                        Ground.of(Tier.PUBLIC, Site.at("here", here, PlacePrecision.EXACT)).box());
        assertTrue(box.contains(here), () -> here + " " + box);
        var middle =
                Ground.of(Tier.HOST, Site.at("there", box.centre(), PlacePrecision.EXACT)).box();
        assertEquals(box, middle);
        assertEquals(Ground.COARSE_DEGREES, box.north() - box.south(), 1e-9);
    }
}
