package org.vigie.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.KnownAt;
import org.vigie.exchange.imports.Order;
import org.vigie.exchange.imports.Rejection;
import org.vigie.exchange.out.Question;
import org.vigie.exchange.out.SourceFileAgain;
import org.vigie.geo.BadInput;
import org.vigie.record.Filter;
import org.vigie.share.Tier;

/// The law of every file that a stranger hands in.
///
/// - It is taken row by row, or refused in one sentence with nothing left behind.
/// - Every row counts in exactly one way; a row that is rejected says why in one line.
/// - A dry run counts the same and writes nothing; the same file twice changes nothing; undone,
///   nothing of it is left.
/// - A source's own file is written again byte by byte, or it is said why not.
public final class TakenOrRefused {

    private TakenOrRefused() {}

    /// Says what a file is.
    public interface Recogniser {
        Format of(Path file) throws IOException;
    }

    /// Holds a file with these bytes against the law.
    ///
    /// @param ending of its name, e.g. `.csv`
    public static void check(byte[] bytes, String ending) throws IOException {
        check(bytes, ending, Formats::of);
    }

    /// The same for a format that nobody recognises by itself.
    public static void check(byte[] bytes, String ending, Recogniser recogniser)
            throws IOException {
        var file = Files.createTempFile("any", ending);
        try {
            Files.write(file, bytes);
            check(file, recogniser);
        } finally {
            Files.delete(file);
        }
    }

    private static void check(Path file, Recogniser recogniser) throws IOException {
        var ledger = new TestLedger();
        Order order;
        Imported first;
        try {
            order = order(recogniser.of(file), file, ledger);
            first = ledger.run(order);
        } catch (BadInput refused) {
            assertEquals(List.of(), ledger.entries(), refused::getMessage);
            assertLine(String.valueOf(refused.getMessage()));
            return;
        }
        countsAddUp(first, ledger.entries().size());
        first.rejections().forEach(TakenOrRefused::saysWhy);
        againTheSame(order, first, ledger);
        if (order.format().rewriting().isPresent()) {
            writtenAgain(order.format(), ledger);
        }
        ledger.undo(first);
        assertEquals(0, ledger.incidents().size());
    }

    private static Order order(Format format, Path file, TestLedger ledger) {
        return new Order(format, file, new KnownAt.Now(), false, false, ledger.tick());
    }

    private static void countsAddUp(Imported imported, int entries) {
        var counts = imported.counts();
        assertEquals(
                counts.read(),
                counts.added()
                        + counts.changed()
                        + counts.unchanged()
                        + counts.removed()
                        + counts.rejected());
        assertEquals(counts.added() + counts.changed() + counts.removed() + 2, entries);
        assertEquals(
                Math.min(counts.rejected(), Imported.REJECTIONS_MAX), imported.rejections().size());
    }

    private static void saysWhy(Rejection rejection) {
        assertTrue(rejection.line() > 0, rejection::toString);
        assertLine(rejection.field() + " " + rejection.value());
        assertLine(rejection.reason());
    }

    private static void assertLine(String text) {
        assertFalse(text.isBlank());
        assertTrue(text.length() < 5_000, "one sentence has " + text.length() + " letters");
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.codePoints().noneMatch(Character::isISOControl), text);
    }

    private static void againTheSame(Order order, Imported first, TestLedger ledger)
            throws IOException {
        int entries = ledger.entries().size();
        var dry =
                ledger.run(
                        new Order(
                                order.format(),
                                order.file(),
                                order.knownAt(),
                                false,
                                true,
                                ledger.tick()));
        assertEquals(entries, ledger.entries().size());
        var again = ledger.run(order(order.format(), order.file(), ledger));
        assertEquals(dry.counts(), again.counts());
        assertEquals(first.rejections(), again.rejections());
        assertEquals(first.counts().read() - first.counts().rejected(), again.counts().unchanged());
    }

    private static void writtenAgain(Format format, TestLedger ledger) throws IOException {
        var all = new Question(Filter.ALL, TestLedger.LATER, TestLedger.LATER, false);
        try {
            var asked = new SourceFileAgain.Asked(format, all, null);
            var written =
                    SourceFileAgain.write(
                            Tier.RESTRICTED, asked, ledger.ledger, OutputStream.nullOutputStream());
            assertTrue(written.equalTo().isPresent() || !written.note().isEmpty());
        } catch (BadInput noTable) {
            assertEquals("format", noTable.field()); // not a text, so nobody looked how it prints
        }
    }
}
