package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geo.BadInput;
import org.vigie.record.Entry;
import org.vigie.record.Handling;

/// Proofs that are made of a real ledger and checked without it.
class ProofsTest {

    private Store.Opened opened;
    private List<Entry> entries;

    @BeforeEach
    void begin() throws IOException, SQLException {
        opened = LedgerFixture.empty();
        entries = IntStream.range(0, 10).mapToObj(LedgerFixture::incident).toList();
        opened.ledger().append(entries.subList(0, 4));
        opened.ledger().append(entries.subList(4, 10));
    }

    @Test
    void an_entry_is_proven_by_its_place_and_by_its_id() throws IOException {
        var byPlace = opened.proofs().inclusion("5", Proofs.Share.ENTRY);
        var byId = opened.proofs().inclusion(entries.get(5).id().toString(), Proofs.Share.ENTRY);
        assertEquals(byPlace, byId);
        assertInstanceOf(Proof.Judgement.Holds.class, byPlace.check(null));
    }

    @Test
    void an_entry_that_is_withheld_is_in_no_proof_and_in_an_export_its_leaf_alone(
            @TempDir Path folder) throws IOException {
        var withheld = LedgerFixture.handled(LedgerFixture.incident(20), Handling.WITHHELD);
        opened.ledger().append(List.of(withheld));
        for (var which : List.of("10", withheld.id().toString())) {
            assertThrows(
                    BadInput.class, () -> opened.proofs().inclusion(which, Proofs.Share.ENTRY));
        }
        var out = folder.resolve("all.jsonl");
        opened.proofs().export(out, Proofs.Share.BODY, written -> {});
        var lines = Files.readAllLines(out);
        assertTrue(lines.get(11).startsWith("{\"hidden\":true,\"leaf\":"), lines.get(11));
        assertFalse(Files.readString(out).contains(withheld.id().toString()));
    }

    @Test
    void a_proof_is_read_again_as_it_was_written() throws IOException {
        var inclusion = opened.proofs().inclusion("5", Proofs.Share.ENTRY);
        assertEquals(inclusion, Proof.parse(inclusion.json()));
        var consistency = opened.proofs().consistency(4, 10);
        assertEquals(consistency, Proof.parse(consistency.json()));
    }

    @Test
    void a_proof_without_the_entry_tells_nothing_of_it_and_holds() throws IOException {
        var proof = opened.proofs().inclusion("5", Proofs.Share.HASH);
        assertFalse(proof.json().contains("Ogossagou"));
        assertFalse(proof.json().contains(entries.get(5).id().toString()));
        assertInstanceOf(Proof.Judgement.Holds.class, proof.check(null));
    }

    @Test
    void a_proof_with_one_changed_letter_does_not_hold() throws IOException {
        var json = opened.proofs().inclusion("5", Proofs.Share.ENTRY).json();
        for (var change :
                List.of(
                        json.replace("Ogossagou", "Elsewhere"),
                        json.replace("\"seq\":5", "\"seq\":6"),
                        json.replace("\\n10\\n", "\\n9\\n"))) {
            assertFalse(json.equals(change));
            assertInstanceOf(Proof.Judgement.Fails.class, Proof.parse(change).check(null));
        }
    }

    @Test
    void a_proof_is_not_believed_with_the_key_of_a_stranger() throws IOException {
        var proof = opened.proofs().inclusion("5", Proofs.Share.ENTRY);
        assertInstanceOf(
                Proof.Judgement.Fails.class, proof.check(VerifyingKey.of("vigie", new byte[32])));
    }

    @Test
    void the_ledger_of_one_checkpoint_is_proven_to_be_the_beginning_of_that_of_another()
            throws IOException {
        assertInstanceOf(
                Proof.Judgement.Holds.class, opened.proofs().consistency(4, 10).check(null));
        assertInstanceOf(
                Proof.Judgement.Holds.class, opened.proofs().consistency(10, 10).check(null));
    }

    @Test
    void a_size_without_a_checkpoint_is_refused_and_the_next_ones_are_named() {
        var refused = assertThrows(BadInput.class, () -> opened.proofs().consistency(5, 10));
        assertTrue(String.valueOf(refused.getMessage()).contains("4, 10"), refused::getMessage);
    }

    @Test
    void a_ledger_that_was_changed_gives_no_proof_of_the_entry() throws IOException, SQLException {
        LedgerFixture.asOwner(
                "update entry set author = 'x' where no = 1 and batch = (select max(batch) from entry)");
        var refused =
                assertThrows(
                        IOException.class,
                        () -> opened.proofs().inclusion("5", Proofs.Share.ENTRY));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("see vigie verify"),
                refused::getMessage);
    }

    @Test
    void what_is_no_proof_is_refused_in_one_sentence() {
        for (var text :
                List.of(
                        "",
                        " ",
                        "null",
                        "[]",
                        "{",
                        "hello",
                        "{\"format\":\"vigie-inclusion-1\"}",
                        "{\"format\":\"vigie-inclusion-9\"}",
                        "{\"format\":17,\"seq\":\"x\"}")) {
            assertThrows(BadInput.class, () -> Proof.parse(text), text);
        }
    }

    @Test
    void a_protected_body_is_shown_to_whom_it_is_opened_and_to_nobody_else() throws IOException {
        var report = LedgerFixture.handled(LedgerFixture.incident(77), Handling.PROTECTION);
        opened.ledger().append(List.of(report));
        var id = report.id().toString();
        var closed = opened.proofs().inclusion(id, Proofs.Share.ENTRY);
        assertFalse(closed.json().contains("Ogossagou"));
        assertInstanceOf(Proof.Judgement.Holds.class, closed.check(null));
        var open = opened.proofs().inclusion(id, Proofs.Share.BODY);
        assertTrue(open.json().contains("Ogossagou"));
        assertInstanceOf(Proof.Judgement.Holds.class, open.check(null));
        assertInstanceOf(
                Proof.Judgement.Fails.class,
                Proof.parse(open.json().replace("Ogossagou", "Elsewhere")).check(null));
    }
}
