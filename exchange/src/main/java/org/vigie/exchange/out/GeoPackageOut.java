package org.vigie.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vigie.geo.Position;
import org.vigie.share.SharedRow;

/// OGC GeoPackage 1.3: an SQLite file with one table of points that QGIS and others open. SQLite is
/// only the file's format here; nothing of Vigie is kept in it.
final class GeoPackageOut {

    /// WGS 84.
    private static final int SRS = 4326;

    /// A point in well-known binary behind a header without envelope.
    private static final int POINT_BYTES = 8 + 21;

    private GeoPackageOut() {}

    static void write(Prepared prepared, OutputStream out) throws IOException {
        var file = Files.createTempFile("vigie-", ".gpkg");
        try {
            fill(file, prepared);
            Files.copy(file, out);
        } catch (SQLException e) {
            throw new IOException("cannot write a GeoPackage: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void fill(Path file, Prepared prepared) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            run(connection, "pragma journal_mode=off");
            run(connection, "pragma synchronous=off");
            connection.setAutoCommit(false);
            for (var statement : skeleton().split(";", -1)) {
                if (!statement.isBlank()) {
                    run(connection, statement);
                }
            }
            run(connection, table());
            contents(connection, prepared);
            try (var insert = connection.prepareStatement(insertion())) {
                for (var row : prepared.release().rows()) {
                    insert(insert, row, prepared.question().exercise());
                }
            }
            connection.commit();
        }
    }

    private static String skeleton() throws IOException {
        try (var in = GeoPackageOut.class.getResourceAsStream("/out/geopackage.sql")) {
            if (in == null) {
                throw new IllegalStateException("the GeoPackage's tables are missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String table() {
        var columns = new ArrayList<String>();
        columns.add("fid integer primary key autoincrement not null");
        columns.add("geom point");
        for (var column : Column.ALL) {
            columns.add(column.name() + " " + type(column));
        }
        columns.add(Column.EXERCISE + " text");
        return "create table incidents (" + String.join(", ", columns) + ")";
    }

    private static String type(Column column) {
        if (column.type().equals(Integer.class)) {
            return "integer";
        }
        return column.type().equals(Double.class) ? "double" : "text";
    }

    private static String insertion() {
        int places = Column.ALL.size() + 2;
        return "insert into incidents values (null, "
                + String.join(", ", Collections.nCopies(places, "?"))
                + ")";
    }

    private static void insert(PreparedStatement insert, SharedRow row, boolean exercise)
            throws SQLException {
        insert.setBytes(1, row.findPosition().map(GeoPackageOut::point).orElse(null));
        int place = 2;
        for (var column : Column.ALL) {
            insert.setObject(place, column.value().apply(row));
            place++;
        }
        insert.setString(place, exercise ? Column.EXERCISE_MARK : null);
        insert.executeUpdate();
    }

    /// GeoPackage's header (magic, version, flags, reference system), then well-known binary.
    private static byte[] point(Position position) {
        return ByteBuffer.allocate(POINT_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) 1)
                .putInt(SRS)
                .put((byte) 1)
                .putInt(1)
                .putDouble(position.longitude())
                .putDouble(position.latitude())
                .array();
    }

    private static void contents(Connection connection, Prepared prepared) throws SQLException {
        var positions =
                prepared.release().rows().stream()
                        .flatMap(row -> row.findPosition().stream())
                        .toList();
        var sql =
                "insert into gpkg_contents values ('incidents', 'features', 'incidents', ?, ?, ?, ?,"
                        + " ?, ?, 4326)";
        try (var insert = connection.prepareStatement(sql)) {
            var release = prepared.release();
            var exercise = prepared.question().exercise() ? "EXERCISE; " : "";
            insert.setString(
                    1,
                    "%stier %s; known as of %s, recorded as of %s; n %s; source %s; definition: %s"
                            .formatted(
                                    exercise,
                                    release.tier().code(),
                                    prepared.question().known(),
                                    prepared.question().recorded(),
                                    release.rows().size(),
                                    String.join(", ", prepared.sources()),
                                    prepared.definition()));
            insert.setString(
                    2, prepared.question().recorded().truncatedTo(ChronoUnit.MILLIS).toString());
            bounds(insert, positions);
            insert.executeUpdate();
        }
    }

    private static void bounds(PreparedStatement insert, List<Position> positions)
            throws SQLException {
        var east = positions.stream().mapToDouble(Position::longitude).summaryStatistics();
        var north = positions.stream().mapToDouble(Position::latitude).summaryStatistics();
        boolean any = !positions.isEmpty();
        insert.setObject(3, any ? east.getMin() : null);
        insert.setObject(4, any ? north.getMin() : null);
        insert.setObject(5, any ? east.getMax() : null);
        insert.setObject(6, any ? north.getMax() : null);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
