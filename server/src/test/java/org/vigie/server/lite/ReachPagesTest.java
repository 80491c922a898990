package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Mode;
import org.vigie.geo.Outline;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Component;
import org.vigie.record.Forces;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// Who can go to an alert, and the way from there to an order and to a clearance, through the
/// running server. Nobody has asked the host state for a flight.
@SuppressWarnings("NullAway.Init")
class ReachPagesTest {

    private static final String NOT_ASKED = "flight=not-asked&need-infantry=on&need-medical=on";

    private static final UUID ALERT = Ids.subject("alert", "bali");

    private static final String PAGE = "/lite/alerts/" + ALERT;

    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.bases();
        unit("company", Mode.ROAD, List.of("infantry"));
        unit("wings", Mode.HELICOPTER, List.of("lift", "medical", "transport-helicopter"));
        alert(ALERT, ActorClass.UNKNOWN);
        server = Running.on(demo.desk());
    }

    private void alert(UUID subject, ActorClass alleged) {
        demo.add(
                subject,
                Happened.at(Demo.NOW),
                new Warnings.AlertOpened(
                        "Attack feared",
                        Site.at("Bali", new Position(6.6, 18.1), PlacePrecision.EXACT),
                        Warnings.Severity.HIGH,
                        "families",
                        alleged,
                        List.of()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void while_nobody_has_asked_nothing_says_that_the_host_state_refused() {
        var page = get(PAGE + "/reach?" + NOT_ASKED);
        assertFalse(page.contains("host state refused"), page);
        assertTrue(page.contains("(nobody has asked the host state: ask now;"), page);
        assertTrue(page.contains("flight is needed, not asked for"), page);
    }

    @Test
    void where_the_host_state_is_alleged_nobody_is_told_to_ask_it() {
        var alleged = Ids.subject("alert", "state");
        alert(alleged, ActorClass.STATE);
        var page = get("/lite/alerts/" + alleged + "/reach?" + NOT_ASKED);
        assertTrue(page.contains("a protection officer decides first"), page);
        assertFalse(page.contains("ask now"), page);
        assertFalse(page.contains("act=ask"), page);
    }

    @Test
    void more_needs_than_are_worked_out_are_said_at_the_boxes_which_stay_ticked() {
        var all = new StringBuilder();
        ReachForm.NEEDS.forEach(need -> all.append("&need-").append(need).append("=on"));
        for (var path : List.of("/lite/reach?spot=Bali", "/lite/theatre?", PAGE + "/reach?")) {
            var page = server.get(path + all + "&lang=fr");
            assertEquals(400, page.status(), page.body());
            assertTrue(page.body().contains("14 sont cochés, et 10 au plus"), page.body());
            assertEquals(14, page.body().split("value=\"on\" checked", -1).length - 1, page.body());
            assertFalse(page.body().contains("must be"), page.body());
        }
    }

    @Test
    void minutes_that_are_none_are_said_at_their_field() {
        var page = server.get("/lite/reach?spot=Bali&within=-5&lang=fr");
        assertEquals(400, page.status(), page.body());
        assertTrue(page.body().contains("un nombre entier de minutes à partir de 0"), page.body());
        assertTrue(page.body().contains("value=\"-5\""), page.body());
    }

    @Test
    void the_moment_of_the_order_stands_beside_the_answer() {
        var page = get(PAGE + "/reach?" + NOT_ASKED + "&lang=en");
        assertTrue(page.contains("If the order is given at 15 Mar 2026"), page);
        assertTrue(page.contains("data-l=\"There after\""), page);
    }

    @Test
    void a_step_that_was_taken_after_it_was_due_says_by_how_much() {
        var old = Ids.subject("alert", "old");
        var opened = Demo.NOW.minus(Duration.ofDays(3));
        demo.add(
                old,
                Happened.at(opened),
                new Warnings.AlertOpened(
                        "Attack feared",
                        Site.at("Bali", new Position(6.6, 18.1), PlacePrecision.EXACT),
                        Warnings.Severity.HIGH,
                        "families",
                        ActorClass.UNKNOWN,
                        List.of()));
        demo.add(
                old,
                Happened.at(opened.plus(Duration.ofHours(47))),
                new Warnings.AlertStepped(Warnings.Step.VERIFIED, ""));
        var page = get("/lite/alerts/" + old + "?lang=en");
        assertTrue(page.contains("done, <span class=\"late\">"), page);
        assertTrue(page.contains(" late</span>"), page);
    }

    @Test
    void a_refusal_is_still_called_one() {
        var page = get(PAGE + "/reach?" + NOT_ASKED.replace("not-asked", "refused"));
        assertTrue(page.contains("(host state refused;"), page);
    }

    @Test
    void the_way_to_ask_stands_above_the_options() {
        var page = get(PAGE + "/reach?" + NOT_ASKED);
        assertTrue(page.contains("1 unit waits for a clearance that nobody has asked for."), page);
        assertTrue(page.contains(PAGE + "?act=ask#ask"), page);
        assertTrue(get(PAGE + "?act=ask").contains("<details open id=\"ask\">"), page);
    }

    @Test
    void a_clearance_is_asked_and_answered_before_any_order() {
        assertEquals(
                303,
                act(
                                "ask",
                                Map.of(
                                        "asked-for",
                                        ALERT.toString(),
                                        "clearance",
                                        "flight",
                                        "asset",
                                        "wings"))
                        .status());
        assertTrue(get(PAGE).contains("Host state asked: "), get(PAGE));
        assertTrue(get(PAGE).contains("name=\"asked\""), get(PAGE));
        var reach = get(PAGE + "/reach");
        assertTrue(reach.contains("the host state was asked and has not answered"), reach);
        assertFalse(reach.contains("ask now"), reach);
    }

    @Test
    void to_the_order_form_leads_to_the_form_and_carries_what_is_lacking() {
        var page = get(PAGE + "/reach?" + NOT_ASKED);
        var advice = "advice=option+1:+company%2C+" + minutes(page) + "%2C+without+medical";
        assertTrue(page.contains(advice), page);
        assertTrue(page.contains("#order\""), page);
    }

    @Test
    void the_order_form_names_the_units_and_the_advice_in_the_readers_language() {
        var form = PAGE + "?act=order&units=company&advice=";
        var stored = "option+1:+company,+45+to+130+min,+without+medical";
        var english = get(form + stored);
        assertTrue(english.contains("<details open id=\"order\">"), english);
        assertTrue(english.contains("company = Unit company"), english);
        assertTrue(english.contains("45 min to 2 h 10 min · without medical care"), english);
        var french = get(form + stored + "&lang=fr");
        assertTrue(french.contains("sans soins médicaux"), french);
    }

    @Test
    void what_lay_before_the_officer_is_read_in_both_languages() {
        var order =
                Map.of(
                        "by", "force",
                        "tier", "physical",
                        "action", "patrol",
                        "units", "company",
                        "officer", "Sector commander",
                        "advice", "option 1: company, 45 to 130 min, without medical");
        assertEquals(303, act("order", order).status());
        assertTrue(get(PAGE).contains("without medical care"), get(PAGE));
        var french = get(PAGE + "?lang=fr");
        assertTrue(french.contains("sans soins médicaux"), french);
        assertFalse(french.contains("without medical"), french);
    }

    @Test
    void an_arrival_that_counts_the_notice_does_not_say_that_notice_comes_on_top() {
        var page = get(PAGE + "/reach?need-infantry=on");
        assertTrue(page.contains("notice to move"), page);
        assertFalse(page.contains("the time on the way alone"), page);
    }

    @Test
    void the_bars_of_the_medical_chain_have_one_scale_that_is_said() {
        var page = get("/lite/casevac?spot=6.6,18.1&flight=granted");
        assertTrue(page.contains("all bars run from 0 to "), page);
        assertTrue(page.contains("the line is the limit"), page);
    }

    private static String minutes(String page) {
        var found =
                java.util.regex.Pattern.compile("company%2C\\+(\\d+\\+to\\+\\d+\\+min)")
                        .matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    @Test
    void a_closed_area_on_the_way_stops_a_unit_with_its_reason_its_price_and_the_way_to_lift_it() {
        demo.add(
                Ids.subject("clearance", "sky"),
                Happened.at(Demo.NOW),
                new Forces.RestrictionImposed(
                        "ground",
                        "vehicle",
                        Site.named("Road to Bali"),
                        "prefecture",
                        "operations",
                        new Forces.Zone(
                                Outline.parse("area", "CIRCLE (18.05 6.55, 3)"), null, null)));
        var page = get(PAGE + "/reach?flight=granted&need-infantry=on");
        assertTrue(
                page.contains("Closed areas stop") || page.contains("A closed area stops"), page);
        assertTrue(page.contains("leads through a closed area: Road to Bali"), page);
        assertTrue(page.contains("a person may ask for it to be lifted"), page);
        assertTrue(page.contains("as things stand nobody has all of it; without this rule"), page);
        assertTrue(page.contains("/lite/restrictions"), page);
        assertTrue(get(PAGE + "/reach?flight=granted&lang=fr").contains("zone fermée"), page);
    }

    @Test
    void who_could_go_and_is_in_no_option_stands_apart_from_who_cannot() {
        for (var code : List.of("guards-1", "guards-2", "guards-3")) {
            unit(code, Mode.ROAD, List.of("infantry"));
        }
        unit("doctors", Mode.ROAD, List.of("surgery"));
        var question = PAGE + "/reach?flight=granted&need-infantry=on&need-surgery=on";
        var page = get(question);
        assertTrue(page.contains("Who could go and is in no option"), page);
        assertTrue(page.contains("and is not needed: others in the options"), page);
        var french = get(question + "&lang=fr");
        assertTrue(french.contains("Qui pourrait y aller"), french);
        assertTrue(french.contains("n’est pas nécessaire"), french);
    }

    private String get(String path) {
        var answer = server.get(path);
        assertEquals(200, answer.status(), path);
        return answer.body();
    }

    private Running.Answer act(String act, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("act", act);
        form.put("id", server.get(PAGE).formId(act));
        return server.post(PAGE, form);
    }

    private void unit(String code, Mode mode, List<String> does) {
        boolean flies = mode == Mode.HELICOPTER;
        demo.add(
                Ids.subject("unit", code),
                null,
                new Forces.UnitDeclared(
                        code,
                        "Unit " + code,
                        "SM",
                        Component.FORCE,
                        "alpha",
                        flies ? Forces.Part.TRANSPORT_HELICOPTER : Forces.Part.OTHER,
                        does,
                        mode,
                        flies ? new Forces.Span(200, 220) : new Forces.Span(30, 50),
                        new Forces.Span(30, 60),
                        true,
                        null,
                        flies ? 8 : null,
                        null,
                        "",
                        LocalDate.of(2024, 1, 1),
                        null,
                        "",
                        "assumed",
                        ""));
    }

    @Test
    void any_place_can_be_asked_for_without_an_alert_and_nothing_can_be_ordered_there() {
        var bare = server.get("/lite/reach?lang=en");
        assertEquals(200, bare.status(), bare.body());
        assertTrue(bare.body().contains("Name a place"), bare.body());
        var page = server.get("/lite/reach?lang=en&spot=6.6,18.1&" + NOT_ASKED);
        assertEquals(200, page.status(), page.body());
        assertTrue(page.body().contains("Unit company"), page.body());
        assertFalse(page.body().contains("act=order"), page.body());
        assertTrue(page.body().contains("nobody has asked the host state"), page.body());
        var nowhere = server.get("/lite/reach?lang=en&spot=Atlantis&" + NOT_ASKED);
        assertEquals(200, nowhere.status(), nowhere.body());
        assertTrue(nowhere.body().contains("No place of the pack"), nowhere.body());
    }

    @Test
    void a_place_and_an_alert_there_are_given_the_same_arrivals() {
        var alert = server.get(PAGE + "/reach?lang=en&" + NOT_ASKED).body();
        var place = server.get("/lite/reach?lang=en&spot=6.6,18.1&" + NOT_ASKED).body();
        var arrival = java.util.regex.Pattern.compile("<b>([^<]* to [^<]*)</b>");
        var there = arrival.matcher(alert);
        assertTrue(there.find(), alert);
        assertTrue(place.contains(there.group(1)), place);
    }
}
