package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.MemoryLedger;
import org.vigie.register.AccordRegister;
import org.vigie.register.ActorRegister;
import org.vigie.register.MandateRegister;
import org.vigie.register.Period;
import org.vigie.register.RegisterSheet;
import org.vigie.register.Relation;
import org.vigie.register.StrengthRegister;
import org.vigie.register.SurveyRegister;

/// What the registers of the shipped packs show on a day, from what was known then.
final class RegistersOfPacksTest {

    private final MemoryLedger ledger = TestPacks.ledger();

    @BeforeEach
    void load() throws IOException {
        PackLoader.load(TestPacks.mali(), ledger);
    }

    private ActorRegister actors(String day) {
        return ActorRegister.of(
                TestPacks.picture(ledger, day + "T23:59:59.999Z"), LocalDate.parse(day));
    }

    private AccordRegister accords(String day) {
        return AccordRegister.of(
                TestPacks.picture(ledger, day + "T23:59:59.999Z"), LocalDate.parse(day));
    }

    private List<String> ofTuaregAndJnim(String day) {
        return actors(day).relations().stream()
                .filter(relation -> relation.concerns("cma") && relation.concerns("jnim"))
                .map(RegistersOfPacksTest::said)
                .toList();
    }

    private static String said(Relation relation) {
        return String.join(
                " ",
                relation.relation(),
                Period.text(relation.period().from()),
                Period.text(relation.period().to()),
                RegisterSheet.code(relation.state()),
                RegisterSheet.code(relation.latest().confidence()),
                relation.latest().basis(),
                relation.latest().note().split(";", 2)[0]);
    }

    @Test
    void that_jnim_and_tuareg_movements_seem_to_join_stands_beside_that_they_never_had() {
        assertEquals(
                List.of(
                        "acted-apart-from  2023-09 ended low nos-2023 line 13",
                        "reported-cooperation-with 2023-09  holds low nos-2023 line 13"),
                ofTuaregAndJnim("2023-10-01"));
    }

    @Test
    void before_the_report_nothing_of_it_is_known() {
        assertEquals(List.of(), ofTuaregAndJnim("2023-09-29"));
    }

    @Test
    void another_source_says_that_in_2012_it_was_not_so() {
        var fought =
                actors("2023-10-01").relations().stream()
                        .filter(relation -> relation.relation().equals("fought-beside"))
                        .toList();
        assertEquals(
                List.of("fought-beside 2012 2012 ended low nos-2019 line 11"),
                fought.stream().map(RegistersOfPacksTest::said).toList());
    }

    @Test
    void in_2019_nobody_knew_when_the_mission_would_end() {
        assertEquals(
                "", Period.text(actors("2019-06-01").find("minusma").orElseThrow().period().to()));
        var later = actors("2024-01-01").find("minusma").orElseThrow();
        assertEquals("2023-12-31", Period.text(later.period().to()));
    }

    @Test
    void a_group_that_did_not_exist_yet_has_no_factions() {
        assertEquals(
                List.of(), actors("2016-06-01").find("katiba-macina").orElseThrow().factionOf());
        assertEquals(
                List.of("jnim"),
                actors("2018-06-01").find("katiba-macina").orElseThrow().factionOf());
    }

    @Test
    void wagner_is_called_otherwise_by_each_who_speaks_of_it() {
        var early = actors("2022-01-15").find("wagner").orElseThrow();
        assertEquals(
                List.of(
                        "wagner-2021-12: mercenaries of Wagner",
                        "mali-government: Russian trainers"),
                early.labels().stream().map(label -> label.by() + ": " + label.label()).toList());
        assertTrue(early.contested());
        assertEquals(7, actors("2023-07-01").find("wagner").orElseThrow().labels().size());
    }

    @Test
    void an_actor_is_found_by_the_name_of_another_language_without_accents() {
        assertEquals(
                List.of("fama"),
                actors("2022-01-15").search("forces armees maliennes").stream()
                        .map(actor -> actor.code())
                        .toList());
    }

    @Test
    void the_mandate_of_moura_is_that_of_resolution_2584() {
        var day = LocalDate.of(2022, 3, 27);
        var register =
                MandateRegister.of(TestPacks.picture(ledger, "2022-03-27T23:59:59.999Z"), day);
        assertEquals("2584", register.inForce().getFirst().number());
        assertEquals(15209, register.inForce().getFirst().ceiling());
        assertEquals("2584", register.resolutions().getLast().number());
    }

    @Test
    void the_end_of_the_mandate_takes_the_place_of_the_last_renewal_and_has_no_ceiling() {
        var register =
                MandateRegister.of(
                        TestPacks.picture(ledger, "2023-07-15T00:00:00Z"),
                        LocalDate.of(2023, 7, 15));
        var inForce = register.inForce().getFirst();
        assertEquals("2690", inForce.number());
        assertEquals(null, inForce.ceiling());
        assertEquals(15, inForce.findVote().orElseThrow().inFavour());
    }

    @Test
    void the_local_agreement_of_twelve_villages_has_its_commitments_without_a_verdict() {
        var register = accords("2022-01-01");
        var local = register.find("ogossagou-2021").orElseThrow();
        assertEquals("2021-10-08", Period.text(local.made()));
        assertEquals(
                "twelve villages of the communes of Bankass and Dimbal, by their chiefs",
                local.signatures().getFirst().who());
        assertEquals(
                List.of("open", "open", "open"),
                register.of(local).stream().map(one -> RegisterSheet.code(one.status())).toList());
    }

    @Test
    void the_agreement_of_2015_was_signed_on_two_days_and_ended_by_one_party() {
        var before = accords("2024-01-24").find("apr-2015").orElseThrow();
        assertEquals(AccordRegister.AccordState.STANDS, before.state());
        assertEquals(
                List.of("mali-government 2015-05-15", "platform 2015-05-15", "cma 2015-06-20"),
                before.signatures().stream()
                        .map(act -> act.who() + " " + Period.text(act.on()))
                        .toList());
        assertEquals(
                AccordRegister.AccordState.ENDED,
                accords("2024-01-25").find("apr-2015").orElseThrow().state());
    }

    @Test
    void commitments_of_the_agreement_stand_as_sources_say_and_where_none_does_as_a_question() {
        assertEquals(
                List.of(
                        "apr-lists due-passed",
                        "apr-integration due-passed",
                        "apr-moc partly-kept",
                        "apr-interim partly-kept"),
                accords("2018-06-01").commitments().stream()
                        .map(one -> one.code() + " " + RegisterSheet.code(one.status()))
                        .toList());
        assertEquals(
                "overdue",
                accords("2020-01-01").commitments().stream()
                        .filter(one -> one.code().equals("apr-transfer"))
                        .map(one -> RegisterSheet.code(one.status()))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void mali_has_no_survey_and_three_statements_that_say_so() {
        var register = SurveyRegister.of(TestPacks.now(ledger));
        assertEquals(List.of(), register.questions());
        assertEquals(
                List.of("nrc-2023 line 30", "nrc-2022 line 31", "ballegeer-2021 line 151"),
                register.statements().stream()
                        .map(one -> one.claim())
                        .map(claim -> claim.source() + " " + claim.locator().split(";", 2)[0])
                        .toList());
    }

    @Test
    void the_missions_strength_has_fourteen_claims_that_nobody_put_together() {
        var register = StrengthRegister.of(TestPacks.now(ledger), LocalDate.of(2024, 1, 1));
        assertEquals(14, register.claims().stream().filter(it -> it.ofMission()).count());
    }

    @Test
    void only_the_invented_country_has_surveys() throws IOException {
        var ostrelle = TestPacks.ledger();
        PackLoader.load(TestPacks.ostrelle(), ostrelle);
        var questions = SurveyRegister.of(TestPacks.picture(ostrelle, "2026-12-31T00:00:00Z"));
        assertEquals(4, questions.questions().size());
        assertTrue(questions.questions().stream().allMatch(one -> one.note().contains("invented")));
    }
}
