package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordCutTest {

    private record Piece(int line, String text) {}

    @Test
    void a_record_is_a_line_or_as_many_as_its_quoted_cells_hold() throws Exception {
        assertEquals(
                List.of(
                        new Piece(1, "Ref,Note\r\n"),
                        new Piece(2, "1,\"two\nlines, and a \"\"word\"\"\"\r\n"),
                        new Piece(4, "2,5\" pipe\r\n"),
                        new Piece(5, "\r\n"),
                        new Piece(6, "3,\"\r\nx\"")),
                cut(
                        "Ref,Note\r\n1,\"two\nlines, and a \"\"word\"\"\"\r\n2,5\" pipe\r\n\r\n3,\"\r\nx\""));
    }

    @Test
    void old_line_ends_and_a_byte_order_mark_do_not_shift_the_lines() throws Exception {
        assertEquals(
                List.of(new Piece(1, "\uFEFF\"a\rb\"\r"), new Piece(3, "c\r"), new Piece(4, "d")),
                cut("\uFEFF\"a\rb\"\rc\rd"));
    }

    @Test
    void what_has_no_lines_is_one_piece_of_line_0() throws Exception {
        assertEquals(List.of(new Piece(0, "[{\"a\":1},\n{}]")), cut("[{\"a\":1},\n{}]"));
        assertEquals(List.of(new Piece(0, "PK\3\4\n\n")), cut("PK\3\4\n\n"));
        assertEquals(List.of(new Piece(0, "a\0\n\0")), cut("a\0\n\0"));
        assertEquals(List.of(), cut(""));
    }

    @Property
    void the_pieces_are_the_file(@ForAll String text) throws Exception {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var whole = new StringBuilder();
        for (var piece : cut(bytes)) {
            whole.append(piece.text);
        }
        assertEquals(new String(bytes, StandardCharsets.ISO_8859_1), whole.toString());
    }

    private static List<Piece> cut(String text) throws IOException, SQLException {
        var pieces = new ArrayList<Piece>();
        RecordCut.of(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                (line, bytes) ->
                        pieces.add(new Piece(line, new String(bytes, StandardCharsets.UTF_8))));
        return pieces;
    }

    private static List<Piece> cut(byte[] text) throws IOException, SQLException {
        var pieces = new ArrayList<Piece>();
        RecordCut.of(
                new ByteArrayInputStream(text),
                (line, bytes) ->
                        pieces.add(
                                new Piece(line, new String(bytes, StandardCharsets.ISO_8859_1))));
        return pieces;
    }
}
