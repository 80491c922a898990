package org.vigie.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.SameIncident;
import org.vigie.record.Site;
import org.vigie.record.Viewer;

final class HarmGateTest {

    private static final Decision DECISION = new Decision("A. Diallo", "published by the UN");

    private Instant now = Instant.parse("2024-03-01T06:00:00Z");
    private long number;
    private final MemoryLedger ledger = new MemoryLedger((InstantSource) () -> now);

    private UUID write(UUID subject, Body body, Handling handling) {
        ledger.append(
                List.of(
                        new Entry(
                                new UUID(0x7000L, 0x8000_0000_0000_0000L | number++),
                                subject,
                                Happened.on(LocalDate.of(2020, 2, 14)),
                                null,
                                "analyst",
                                Component.ANALYSIS_CENTRE,
                                handling,
                                Origin.hand(),
                                null,
                                body)));
        now = now.plusSeconds(60);
        return subject;
    }

    private UUID account(String source, Involved.Role role, String actor, ActorClass sort) {
        return account(source, new Involved(role, actor, sort), Handling.OPEN);
    }

    private UUID account(String source, Involved involved, Handling handling) {
        return write(
                Ids.subject(source, "1"),
                new Facts.IncidentReported(
                        source,
                        "1",
                        IncidentKind.ONE_SIDED,
                        "",
                        Site.named("Ogossagou"),
                        List.of(involved),
                        null,
                        null,
                        "",
                        Map.of()),
                handling);
    }

    private void declare(String code, List<String> aliases, ActorClass sort) {
        write(
                Ids.subject("actor", code),
                new Facts.ActorDeclared(code, code, aliases, sort, null, null, null, "", ""),
                Handling.OPEN);
    }

    private Picture picture(Viewer viewer) {
        return ledger.asOf(now, now, viewer);
    }

    private @Nullable HeldBack closed(UUID incident, @Nullable Decision decision) {
        var gate = HarmGate.of(Tier.PARTNER, picture(Viewer.owner()));
        var row = picture(Tier.PARTNER.viewer()).incidents().find(incident).orElseThrow();
        return gate.closedFor(row, decision);
    }

    private @Nullable HeldBack closed(UUID incident) {
        return closed(incident, null);
    }

    @Test
    void an_attacker_of_whom_nobody_said_what_it_is_may_be_the_state() {
        var incident = account("mine", Involved.Role.ATTACKER, "FAMa", ActorClass.UNKNOWN);
        assertEquals(HeldBack.PERPETRATOR_UNKNOWN, closed(incident));
        assertNull(closed(incident, DECISION));
    }

    @Test
    void the_pack_s_aliases_say_what_sort_of_actor_it_is() {
        declare("fama", List.of("Forces armées maliennes"), ActorClass.STATE);
        declare("jnim", List.of("GSIM"), ActorClass.ARMED_GROUP);
        var soldiers =
                account(
                        "one",
                        Involved.Role.ATTACKER,
                        "FORCES ARMEES MALIENNES",
                        ActorClass.UNKNOWN);
        var others = account("two", Involved.Role.ATTACKER, "Gsim", ActorClass.UNKNOWN);
        assertEquals(HeldBack.STATE_ACCUSED, closed(soldiers));
        assertNull(closed(others));
    }

    @Test
    void a_name_that_the_pack_says_is_unknown_stays_unknown() {
        declare("unidentified", List.of("EAI"), ActorClass.UNKNOWN);
        var incident = account("mine", Involved.Role.ATTACKER, "EAI", ActorClass.UNKNOWN);
        assertEquals(HeldBack.PERPETRATOR_UNKNOWN, closed(incident));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wagner Group", "Groupe Wagner, Dozos", "PMC Redut", "Africa Corps"})
    void hired_soldiers_are_no_armed_group_whatever_the_data_set_calls_them(String name) {
        var incident = account("ucdp-ged", Involved.Role.ATTACKER, name, ActorClass.ARMED_GROUP);
        assertEquals(HeldBack.STATE_ACCUSED, closed(incident));
    }

    @Test
    void a_name_that_only_begins_like_that_of_a_company_is_another() {
        var incident =
                account("ucdp-ged", Involved.Role.ATTACKER, "Wagnerians", ActorClass.ARMED_GROUP);
        assertNull(closed(incident));
    }

    @Test
    void where_civilians_were_attacked_a_side_is_an_allegation() {
        var incident = account("mine", Involved.Role.SIDE_A, "the army", ActorClass.STATE);
        assertEquals(HeldBack.STATE_ACCUSED, closed(incident));
    }

    @Test
    void of_merged_accounts_the_one_that_accuses_the_state_counts() {
        var shown = account("one", Involved.Role.ATTACKER, "JNIM", ActorClass.ARMED_GROUP);
        var other = account("two", Involved.Role.ATTACKER, "FAMa", ActorClass.STATE);
        link(shown, other, Handling.OPEN);
        assertEquals(HeldBack.STATE_ACCUSED, closed(shown));
    }

    @Test
    void also_when_the_reader_sees_neither_that_account_nor_the_merging() {
        var shown = account("one", Involved.Role.ATTACKER, "JNIM", ActorClass.ARMED_GROUP);
        var accusing = new Involved(Involved.Role.ATTACKER, "FAMa", ActorClass.STATE);
        var other = account("two", accusing, Handling.PROTECTION);
        link(shown, other, Handling.MISSION);
        assertEquals(HeldBack.STATE_ACCUSED, closed(shown));
    }

    @Test
    void an_incident_of_which_one_account_is_not_open_stays_whoever_decides() {
        var group = new Involved(Involved.Role.ATTACKER, "JNIM", ActorClass.ARMED_GROUP);
        var shown = account("one", group, Handling.OPEN);
        var other = account("two", group, Handling.PROTECTION);
        assertNull(closed(shown));
        link(shown, other, Handling.MISSION);
        assertEquals(HeldBack.NOT_OPEN, closed(shown, DECISION));
    }

    @Test
    void within_the_mission_the_gate_is_open() {
        var incident = account("mine", Involved.Role.ATTACKER, "FAMa", ActorClass.STATE);
        var gate = HarmGate.of(Tier.RESTRICTED, picture(Viewer.owner()));
        var row = picture(Viewer.owner()).incidents().find(incident).orElseThrow();
        assertNull(gate.closedFor(row, null));
    }

    private void link(UUID one, UUID other, Handling handling) {
        write(one, new Facts.Linked(other, SameIncident.SAME, "the same"), handling);
    }
}
