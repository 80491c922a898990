package org.vigie.exchange.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Brief;
import org.vigie.exchange.Formats;
import org.vigie.exchange.brief.TellingLedger.Told;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.record.Filter;
import org.vigie.record.Handling;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.share.Decision;
import org.vigie.share.Tier;

/// What readers outside the mission must not learn is not in the bytes that they are given.
class HandoutTest {

    private static final Instant NOW = Instant.parse("2024-06-01T06:00:00Z");
    private static final Pattern COUNT =
            Pattern.compile(
                    "<td>[^<]*</td><td class=\"r\">([^<]*)</td><td class=\"r\">[^<]*</td></tr>");

    @Property(tries = 60)
    void no_copy_for_the_public_or_the_host_names_or_places_a_single_incident(@ForAll long seed)
            throws IOException {
        var told = new TellingLedger(seed, 60);
        for (var tier : List.of(Tier.PUBLIC, Tier.HOST)) {
            for (var page : pages(told, tier, null)) {
                for (var incident : told.incidents()) {
                    absent(page, incident.secrets());
                    absent(page, incident.places());
                }
                absent(page, told.secrets());
                if (tier == Tier.HOST) {
                    absent(page, Set.of(TellingLedger.SOURCE));
                }
            }
        }
    }

    @Property(tries = 60)
    void no_number_of_incidents_below_the_smallest_group_stands_in_a_copy_for_the_public(
            @ForAll long seed) throws IOException {
        var page = html(new TellingLedger(seed, 60), Tier.PUBLIC, null);
        var groups = page.indexOf("<table class=\"areas\">");
        if (groups >= 0) {
            COUNT.matcher(page.substring(groups, page.indexOf("</table>", groups)))
                    .results()
                    .map(row -> Integer.parseInt(row.group(1)))
                    .forEach(count -> assertTrue(count >= 5, page));
        }
    }

    @Property(tries = 60)
    void a_partner_is_given_open_incidents_that_accuse_no_state_and_nobody_s_words(
            @ForAll long seed) throws IOException {
        var told = new TellingLedger(seed, 12);
        for (var page : pages(told, Tier.PARTNER, null)) {
            absent(page, told.secrets());
            for (var incident : told.incidents()) {
                absent(page, incident.secrets());
                if (incident.handling() != Handling.OPEN || incident.accusesState()) {
                    absent(page, incident.places());
                }
            }
        }
    }

    @Property(tries = 30)
    void what_is_sealed_is_in_no_copy_at_all(@ForAll long seed) throws IOException {
        var told = new TellingLedger(seed, 12);
        var page = html(told, Tier.RESTRICTED, null);
        told.incidents().stream()
                .filter(incident -> incident.handling() == Handling.SEALED)
                .forEach(incident -> absent(page, incident.places()));
    }

    @Example
    void what_is_printed_as_pdf_tells_no_more() throws IOException {
        var told = new TellingLedger(7, 60);
        for (var tier : List.of(Tier.PUBLIC, Tier.HOST, Tier.PARTNER)) {
            var text = printed(told, tier);
            absent(text, told.secrets());
            for (var incident : told.incidents()) {
                absent(text, incident.secrets());
                if (tier != Tier.PARTNER
                        || incident.handling() != Handling.OPEN
                        || incident.accusesState()) {
                    absent(text, incident.places());
                }
            }
        }
    }

    @Example
    void every_copy_says_for_whom_it_is_and_what_it_leaves_out() throws IOException {
        var told = new TellingLedger(7, 60);
        assertTrue(html(told, Tier.RESTRICTED, null).contains("Within the mission only."));
        var partner = html(told, Tier.PARTNER, null);
        assertTrue(partner.contains("For a partner with an agreement, and for nobody else."));
        assertTrue(partner.contains("are alone in their place, day and kind"), partner);
        var open = html(told, Tier.PUBLIC, null);
        assertTrue(open.contains("For the public."), open);
        assertTrue(open.contains("Held back, because"), open);
        assertTrue(open.contains("Each group has at least 5 incidents."), open);
        assertTrue(html(told, Tier.HOST, null).contains("Sources are not named in this copy."));
        assertTrue(printed(told, Tier.PUBLIC).contains("For the public."));
    }

    @Example
    void a_copy_for_the_public_gives_groups_of_five_and_more() throws IOException {
        var page = html(TellingLedger.ofOneVillage(6), Tier.PUBLIC, null);
        assertTrue(page.contains("<td>PRIO-GRID "), page);
        assertTrue(page.contains("<td class=\"r\">6</td>"), page);
        var four = html(TellingLedger.ofOneVillage(4), Tier.PUBLIC, null);
        assertTrue(four.contains("Nothing of this period can be given"), four);
        assertTrue(four.contains("too few alike: fewer than 5."), four);
    }

    @Example
    void where_a_state_is_accused_an_officer_s_decision_lets_it_leave() throws IOException {
        var told = new TellingLedger(7, 60);
        var accusing =
                told.incidents().stream()
                        .filter(one -> one.accusesState() && one.handling() == Handling.OPEN)
                        .filter(Told::inPeriod)
                        .count();
        assertTrue(accusing > 0);
        var without = handout(told, Tier.PARTNER, (Decision) null);
        var decided = handout(told, Tier.PARTNER, new Decision("A. Diallo", "published before"));
        assertEquals(accusing, without.release().risk().held());
        assertEquals(0, decided.release().risk().held());
        assertEquals(without.release().rows().size() + accusing, decided.release().rows().size());
    }

    @Example
    void what_asking_alone_would_tell_is_refused() {
        var told = new TellingLedger(7, 60);
        var actor = filter(null, "zactor1");
        assertThrows(BadInput.class, () -> handout(told, Tier.PUBLIC, asked(actor)));
        var district = filter(told.incidents().getFirst().district(), null);
        var refusal = assertThrows(BadInput.class, () -> handout(told, Tier.HOST, asked(district)));
        assertEquals("a country or a first-level area in a brief for the host", refusal.allowed());
    }

    @Example
    void the_public_is_given_whole_months() throws IOException {
        var told = new TellingLedger(7, 60);
        var week =
                new Filter(
                        LocalDate.of(2024, 2, 12),
                        LocalDate.of(2024, 2, 18),
                        null,
                        null,
                        null,
                        null);
        var open = handout(told, Tier.PUBLIC, asked(week));
        assertEquals(LocalDate.of(2024, 2, 1), open.asked().from());
        assertEquals(LocalDate.of(2024, 2, 29), open.asked().to());
        assertEquals(LocalDate.of(2024, 1, 1), open.periodBefore().from());
        assertEquals(LocalDate.of(2024, 1, 31), open.periodBefore().to());
        assertEquals(week.from(), handout(told, Tier.PARTNER, asked(week)).asked().from());
    }

    private static List<String> pages(TellingLedger told, Tier tier, @Nullable Decision decision)
            throws IOException {
        var pages = new ArrayList<String>();
        for (var language : Language.values()) {
            pages.add(BriefDocument.of(handout(told, tier, decision), edition(language)));
        }
        return pages;
    }

    private static String html(TellingLedger told, Tier tier, @Nullable Decision decision)
            throws IOException {
        return BriefDocument.of(handout(told, tier, decision), edition(Language.EN));
    }

    private static String printed(TellingLedger told, Tier tier) throws IOException {
        var pdf = BriefPdf.of(handout(told, tier, (Decision) null), edition(Language.EN));
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read) + read.getDocumentInformation().getTitle();
        }
    }

    private static Handout handout(TellingLedger told, Tier tier, @Nullable Decision decision)
            throws IOException {
        return Handout.of(
                tier, told.ledger(), asked(filter(null, null)), new Handout.Leaving(NOW, decision));
    }

    private static Handout handout(TellingLedger told, Tier tier, Brief.Asked asked)
            throws IOException {
        return Handout.of(tier, told.ledger(), asked, new Handout.Leaving(NOW, null));
    }

    private static Filter filter(@Nullable String area, @Nullable String actor) {
        return new Filter(TellingLedger.FROM, TellingLedger.TO, area, actor, null, null);
    }

    private static Brief.Asked asked(Filter filter) {
        return new Brief.Asked(
                new Standpoint(NOW, NOW, Viewer.officer("test")),
                filter,
                Instant.parse("2024-01-01T00:00:00Z"));
    }

    private static Edition edition(Language language) {
        return new Edition(
                Words.of(language), List.of(), false, false, Formats::find, Edition.FILE);
    }

    private static void absent(String page, Set<String> secrets) {
        for (var secret : secrets) {
            assertFalse(page.contains(secret), () -> secret + " is in " + page);
        }
    }
}
