package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.Formats;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.mapped.Mapping;
import org.vigie.record.Component;
import org.vigie.record.Recorded;

/// An import that a person makes, of a file that lies under another name than its own.
class SignedImportTest {

    private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    private static final String MAPPING =
            "source = hotline\nkey = id\ndate = day\nplace = village\n";

    @TempDir private Path folder;
    private final TestLedger ledger = new TestLedger();

    @BeforeEach
    void import_two_rows() throws IOException {
        var file =
                Files.writeString(folder.resolve("a1b2"), "id,day,village\n1,2020-02-14,Ardal\n");
        var order =
                new Order(
                        Formats.own(Mapping.parse(MAPPING)),
                        file,
                        "hotline-février.csv",
                        new KnownAt.Now(),
                        false,
                        false,
                        ledger.tick());
        new Importer(
                        ledger.ledger,
                        (hash, name, path, closed) -> ledger.keptFiles.put(hash, name),
                        new Random(1))
                .run(
                        order,
                        new Signature(ID, "Duty officer", Component.OPERATIONS_CENTRE),
                        Progress.SILENT);
    }

    @Test
    void the_opening_has_the_id_that_was_chosen_and_the_file_its_own_name() throws IOException {
        var past = PastImport.list(ledger.ledger).getFirst();
        assertEquals(ID, past.id());
        assertEquals("hotline-février.csv", past.what().file());
        assertEquals(List.of("hotline-février.csv"), List.copyOf(ledger.keptFiles.values()));
    }

    @Test
    void the_person_stands_for_the_import_and_not_for_what_the_file_says() throws IOException {
        assertEquals(
                List.of("Duty officer", "vigie import", "Duty officer"),
                ledger.entries().stream()
                        .map(Recorded::entry)
                        .map(entry -> entry.author())
                        .toList());
    }
}
