package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.exchange.words.Language;
import org.vigie.geo.BadInput;
import org.vigie.plan.Clearance;
import org.vigie.record.History;
import org.vigie.record.Viewer;
import org.vigie.server.access.Officer;

/// Addresses and forms that anybody can type, without a server around them: lines `name=value`.
class AddressesFuzzTest {

    private static final Instant NOW = Instant.parse("2026-03-15T05:30:00Z");
    private static final View.Asking ASKING =
            new View.Asking(NOW, Officer.UNNAMED, List.of(Language.EN), "");

    /// What an address shows can be looked at, and its own links lead back to it.
    @FuzzTest
    void an_address_is_a_view_or_is_refused(byte[] bytes) {
        try {
            var view = View.of("/lite", values(bytes), ASKING);
            var picture = History.EMPTY.asOf(view.knownAsOf(), view.recordedAsOf(), Viewer.owner());
            assertEquals(0, picture.incidents().where(view.filter()).size());
            var again = View.of("/lite", parameters(view.address().query()), ASKING);
            assertEquals(view.address(), again.address());
            assertEquals(view.filter(), again.filter());
            assertEquals(view.known(), again.known());
        } catch (BadInput refused) {
            assertTrue(
                    View.KEPT.contains(refused.field()) || refused.field().contains("cell"),
                    refused::toString);
        }
    }

    /// Nothing typed is lost, and what is wrong stands at its field.
    @FuzzTest
    void a_form_is_good_or_its_problems_stand_at_their_fields(byte[] bytes) {
        var values = values(bytes);
        var typed = new Typed(values);
        typed.required("threat", 200);
        typed.optional("note", 400);
        typed.choice("kind", Clearance.class);
        typed.either("told", "yes", "no");
        var moment = typed.moment("when", NOW);
        assertEquals(typed.good(), typed.problems().isEmpty());
        for (var field : typed.problems().keySet()) {
            assertTrue(List.of("threat", "note", "kind", "told", "when").contains(field), field);
        }
        if (typed.good()) {
            assertFalse(typed.value("threat").isEmpty());
            assertTrue(
                    moment.isEmpty() || moment.get().toEpochMilli() <= NOW.toEpochMilli() + 60_000);
        }
        values.forEach((field, value) -> assertEquals(value.strip(), typed.value(field)));
    }

    @FuzzTest
    void the_id_of_a_form_is_one_of_ours_or_is_refused(byte[] bytes) {
        try {
            var text = new String(bytes, StandardCharsets.UTF_8);
            assertEquals(7, new Typed(Map.of("id", text)).id().version());
        } catch (BadInput refused) {
            assertEquals("id", refused.field());
        }
    }

    @FuzzTest
    void a_question_who_can_go_is_read_or_is_refused(byte[] bytes) {
        try {
            var form = ReachForm.read(values(bytes), Clearance.NOT_NEEDED);
            assertTrue(form.needs().stream().noneMatch(String::isBlank), form::toString);
            var within = Optional.ofNullable(form.within());
            assertTrue(within.isEmpty() || !within.get().isNegative());
        } catch (BadInput refused) {
            assertFalse(refused.field().isBlank());
        }
    }

    private static Map<String, String> values(byte[] bytes) {
        var values = new TreeMap<String, String>();
        for (var line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            var parts = line.split("=", 2);
            values.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return values;
    }

    /// As a browser and a server take a query apart.
    private static Map<String, String> parameters(String query) {
        var parameters = new TreeMap<String, String>();
        for (var part : query.substring(1).split("&", -1)) {
            var names = part.split("=", 2);
            if (names.length == 2) {
                parameters.put(
                        URLDecoder.decode(names[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(names[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
