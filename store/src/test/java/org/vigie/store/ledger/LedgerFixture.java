package org.vigie.store.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Component;
import org.vigie.record.Deaths;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.store.DataFolder;
import org.vigie.store.Lease;
import org.vigie.store.Role;

/// One PostgreSQL for all tests of the ledger; each test begins with an empty ledger.
final class LedgerFixture {

    static final Instant KNOWN = Instant.parse("2022-03-29T06:00:00Z");

    private static final Path FOLDER = Path.of("target", "ledger-tests").toAbsolutePath();
    private static final Store STORE = store();
    private static final RandomGenerator CHANCE = new Random(7);

    private LedgerFixture() {}

    private static Store store() {
        try {
            Files.createDirectories(FOLDER);
            return Store.open(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Store.Opened empty() throws IOException, SQLException {
        STORE.ledger(false);
        asOwner(
                "truncate ledger, batch, entry, leaf, checkpoint, signer, body_key, kept_file, kept_block, kept_key, attachment");
        forgetNewest();
        return STORE.ledger(false);
    }

    /// What the folder of the keys knows of the ledger.
    static void forgetNewest() throws IOException {
        Files.deleteIfExists(kept("newest-real.checkpoint"));
        Files.deleteIfExists(kept("watched-real"));
    }

    /// A file that the program keeps beside its keys.
    static Path kept(String name) {
        return FOLDER.resolve("keys").resolve(name);
    }

    /// Another program on the same ledger.
    static Store.Opened another() throws IOException {
        return STORE.ledger(false);
    }

    /// Takes all leaves and checkpoints away and signs anew with a key that the folder does not
    /// have.
    static void signedByStranger(Path keys) throws IOException, SQLException {
        asOwner("delete from leaf; delete from checkpoint");
        try (Lease lease = DataFolder.open(FOLDER);
                var connection = lease.connect(DataFolder.REAL, Role.OWNER)) {
            var key = SigningKey.in(keys);
            Seal.in(connection, key, key.trust("real")).advance(connection);
        }
    }

    static String publicKey() {
        return STORE.publicKey().toString();
    }

    /// What somebody does who has the owner's password: everything.
    static void asOwner(String sql) throws IOException, SQLException {
        try (Lease lease = DataFolder.open(FOLDER);
                var connection = lease.connect(DataFolder.REAL, Role.OWNER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void asApplication(String sql) throws IOException, SQLException {
        try (Lease lease = DataFolder.open(FOLDER);
                var connection = lease.connect(DataFolder.REAL, Role.APPLICATION);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long count(String sql) throws IOException, SQLException {
        try (Lease lease = DataFolder.open(FOLDER);
                var connection = lease.connect(DataFolder.REAL, Role.OWNER);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    static Entry handled(Entry entry, Handling handling) {
        return new Entry(
                entry.id(),
                entry.subject(),
                entry.happenedOn(),
                entry.knownAt(),
                entry.author(),
                entry.component(),
                handling,
                entry.origin(),
                entry.supersedes(),
                entry.body());
    }

    static Entry imported(Entry entry, UUID importId) {
        return new Entry(
                entry.id(),
                entry.subject(),
                entry.happenedOn(),
                entry.knownAt(),
                entry.author(),
                entry.component(),
                entry.handling(),
                new Origin("test", importId, "test.csv", 1),
                entry.supersedes(),
                entry.body());
    }

    static Entry incident(int number) {
        var body =
                new Facts.IncidentReported(
                        "test",
                        "row " + number,
                        IncidentKind.ONE_SIDED,
                        "tab\there, line\nthere, \"quoted\" \\ back, ünï ☮ 🕊",
                        Site.at(
                                "Ogossagou",
                                new Position(13.96014, -3.57019),
                                PlacePrecision.EXACT),
                        List.of(),
                        Deaths.of(new Figures(number, number, number)),
                        LocalDate.of(2020, 2, 14),
                        "",
                        Map.of("relid", "MLI-" + number, "empty", ""));
        return entry(Ids.subject("test", "row " + number), body);
    }

    static Entry entry(UUID subject, org.vigie.record.Body body) {
        return new Entry(
                Ids.fresh(KNOWN, CHANCE),
                subject,
                Happened.on(LocalDate.of(2020, 2, 14)),
                KNOWN,
                "analyst",
                Component.ANALYSIS_CENTRE,
                Handling.OPEN,
                Origin.hand(),
                null,
                body);
    }
}
