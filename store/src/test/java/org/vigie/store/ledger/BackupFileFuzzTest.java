package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geo.BadInput;
import org.vigie.store.Migrations;

/// The files that a backup is made of. A part that is handed out is the one that the manifest
/// names; everything else is refused in one sentence, before a database is started for it.
class BackupFileFuzzTest {

    private static final String KEY = "MC4CAQAwBQYDK2VwBCIEIA== (no key at all)";

    static List<byte[]> files() throws IOException {
        return List.of(keys(true), keys(false));
    }

    @MethodSource("files")
    @FuzzTest
    void a_backup_hands_out_what_was_put_in_or_is_refused(byte[] bytes) throws IOException {
        var path = Files.createTempFile("any", ".zip");
        try {
            Files.write(path, bytes);
            read(path);
        } finally {
            Files.delete(path);
        }
    }

    static List<byte[]> manifests() {
        return List.of(CanonicalJson.bytes(manifest()));
    }

    /// The archive is whole, its manifest is not.
    @MethodSource("manifests")
    @FuzzTest
    void a_backup_with_any_manifest_hands_out_what_was_put_in_or_is_refused(byte[] bytes)
            throws IOException {
        a_backup_hands_out_what_was_put_in_or_is_refused(archive(bytes, true));
    }

    private static void read(java.nio.file.Path path) throws IOException {
        try (var file = new BackupFile("keys", path, Backup.KEYS_FORMAT)) {
            for (var name : file.names()) {
                if (name.equals(Backup.SIGNING_KEY)) {
                    assertEquals(KEY, new String(file.small(name), StandardCharsets.UTF_8));
                } else {
                    file.small(name);
                }
            }
        } catch (BadInput refused) {
            assertEquals("keys", refused.field());
            assertTrue(refused.getMessage() != null);
        }
    }

    private static byte[] keys(boolean packed) throws IOException {
        return archive(CanonicalJson.bytes(manifest()), packed);
    }

    private static Backup.Manifest manifest() {
        var content = KEY.getBytes(StandardCharsets.UTF_8);
        var sha256 = HexFormat.of().formatHex(LeafTree.sha256().digest(content));
        return new Backup.Manifest(
                Backup.KEYS_FORMAT,
                Migrations.LEDGER.newest(),
                List.of(new Backup.Part(Backup.SIGNING_KEY, List.of(), 0, content.length, sha256)));
    }

    private static byte[] archive(byte[] manifest, boolean packed) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(packed ? 9 : 0);
            put(zip, Backup.SIGNING_KEY, KEY.getBytes(StandardCharsets.UTF_8));
            put(zip, Backup.MANIFEST, manifest);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
