package org.vigie.store.ledger;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.vigie.geo.BadInput;

/// Writes a file that is whole or not there: under another name first, and under its own when its
/// last byte is on the disk. Nobody but its owner may read it.
final class WholeFile {

    /// What a program that was killed leaves behind, and the next one writes over.
    static final String HALF = ".half";

    private static final int BUFFER_BYTES = 1 << 17;

    private WholeFile() {}

    /// What writes the content.
    interface Content<T> {
        T write(OutputStream out) throws IOException;
    }

    /// @throws BadInput when there is such a file already
    static <T> T write(Path file, Content<T> content) throws IOException {
        if (Files.exists(file)) {
            throw new BadInput("out", file, "a file that is not there yet");
        }
        var half = file.resolveSibling(file.getFileName() + HALF);
        try {
            create(half);
            T result;
            try (var out = new BufferedOutputStream(Files.newOutputStream(half), BUFFER_BYTES)) {
                result = content.write(out);
            }
            try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return result;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static void create(Path half) throws IOException {
        Files.deleteIfExists(half);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        var attributes =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            Files.createFile(half, attributes);
        } catch (NoSuchFileException e) {
            throw new BadInput("out", half.getParent(), "in a folder that is there", e);
        }
    }
}
