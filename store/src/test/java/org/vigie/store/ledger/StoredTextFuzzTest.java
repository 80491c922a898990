package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Forces;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Unknown;

/// What stands in the ledger, and in the notes and proofs that leave it: it is read as it was
/// written, or refused in one sentence.
class StoredTextFuzzTest {

    static List<byte[]> bodies() {
        var seeds = new ArrayList<byte[]>();
        for (var body : SampleBody.all()) {
            seeds.add(bytes(Kinds.of(body) + "\n" + CanonicalJson.of(body)));
        }
        return seeds;
    }

    /// The first line is the kind. A body that this version cannot read is unknown, never an error:
    /// somebody may have changed a row, or a newer version may have written it.
    @MethodSource("bodies")
    @FuzzTest
    void a_stored_body_is_read_as_it_is_written_or_is_unknown(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        var json = bytes(lines[lines.length - 1]);
        var body = EntryJson.body(lines[0], json, false);
        EntryJson.body(lines[0], json, true);
        if (body instanceof Unknown unknown) {
            assertEquals(lines[0], Kinds.of(unknown));
            return;
        }
        try {
            var written = EntryJson.body(body);
            assertEquals(body, EntryJson.body(lines[0], written, false));
        } catch (BadInput halfOfACharacter) {
            assertEquals("text", halfOfACharacter.field());
        }
    }

    @Test
    void a_body_of_every_kind_is_read_as_it_was_written() {
        for (var body : SampleBody.all()) {
            assertEquals(body, EntryJson.body(Kinds.of(body), EntryJson.body(body), false));
        }
    }

    @Test
    void a_request_and_an_order_of_an_older_version_are_read_without_what_came_later() {
        var site = "{\"name\":\"Gao\",\"precision\":\"unknown\"}";
        var asked =
                EntryJson.body(
                        "clearance-asked",
                        bytes(
                                "{\"asset\":\"two Mi-17\",\"clearanceKind\":\"flight\",\"note\":\"\",\"site\":"
                                        + site
                                        + "}"),
                        false);
        assertEquals(
                new Forces.ClearanceAsked("flight", "two Mi-17", Site.named("Gao"), null, ""),
                asked);
        assertFalse(CanonicalJson.of(asked).contains("terms"), CanonicalJson.of(asked));
        var imposed =
                EntryJson.body(
                        "restriction-imposed",
                        bytes(
                                "{\"asset\":\"\",\"by\":\"\",\"reason\":\"\",\"restrictionKind\":\"area\",\"site\":"
                                        + site
                                        + "}"),
                        false);
        assertEquals(
                new Forces.RestrictionImposed("area", "", Site.named("Gao"), "", "", null),
                imposed);
        var order =
                EntryJson.body(
                        "order-given",
                        bytes(
                                "{\"action\":\"patrol\",\"advice\":\"\",\"alert\":\"00000000-0000-0000-0000-000000000001\",\"by\":\"force\",\"officer\":\"duty\",\"tier\":\"physical\",\"units\":[]}"),
                        false);
        assertEquals(
                new Responses.OrderGiven(
                        new UUID(0, 1),
                        Component.FORCE,
                        Responses.Tier.PHYSICAL,
                        Responses.Action.PATROL,
                        List.of(),
                        "duty",
                        ""),
                order);
    }

    @FuzzTest
    void any_text_is_kept_letter_by_letter_or_refused(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_16BE);
        var halves = new StringBuilder(text);
        for (int at = 0; at + 1 < bytes.length; at += 2) {
            halves.append(ByteBuffer.wrap(bytes).getChar(at));
        }
        var note = new Housekeeping.NoteWritten(halves.toString());
        try {
            assertEquals(note, EntryJson.body(Kinds.of(note), EntryJson.body(note), false));
        } catch (BadInput halfOfACharacter) {
            assertEquals("text", halfOfACharacter.field());
        }
    }

    @FuzzTest
    void any_number_is_kept_to_its_last_bit_or_refused(byte[] bytes) {
        if (bytes.length >= Double.BYTES) {
            double number = ByteBuffer.wrap(bytes).getDouble();
            try {
                var written = CanonicalJson.number(number);
                assertEquals(number + 0.0, Double.parseDouble(written));
                assertFalse(written.contains("E") || written.endsWith(".0"), written);
            } catch (BadInput refused) {
                assertFalse(Double.isFinite(number));
            }
        }
    }

    @FuzzTest
    void a_checkpoint_is_read_as_it_is_printed_or_refused(byte[] bytes) {
        try {
            var checkpoint = Checkpoint.parse(text(bytes));
            assertEquals(checkpoint, Checkpoint.parse(checkpoint.note()));
            assertEquals(checkpoint.size(), checkpoint.tree().size());
        } catch (BadInput refused) {
            assertTrue(refused.field().contains("checkpoint"), refused::toString);
        }
    }

    @FuzzTest
    void a_public_key_is_read_as_it_is_printed_or_refused(byte[] bytes) {
        try {
            var key = VerifyingKey.parse(text(bytes));
            assertEquals(key.toString(), VerifyingKey.parse(key.toString()).toString());
            assertFalse(key.verifies(Checkpoint.SIGNATURE_MARK + key.name() + " AAAA", bytes));
        } catch (BadInput refused) {
            assertEquals("public key", refused.field());
        }
    }

    @FuzzTest
    void a_proof_that_an_entry_was_recorded_holds_or_fails_or_is_refused(byte[] bytes) {
        judged(bytes);
    }

    @FuzzTest
    void a_proof_that_nothing_was_changed_holds_or_fails_or_is_refused(byte[] bytes) {
        judged(bytes);
    }

    /// What holds is the proof that was made, or says the same with other letters around it.
    private static void judged(byte[] bytes) {
        try {
            var proof = Proof.parse(text(bytes));
            var judgement = proof.check(null);
            var again = Proof.parse(proof.json());
            assertEquals(again, Proof.parse(again.json()));
            assertEquals(judgement, again.check(null));
            assertEquals(1, judgement.toString().lines().count());
        } catch (BadInput refused) {
            assertFalse(refused.field().isBlank());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
