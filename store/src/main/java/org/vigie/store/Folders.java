package org.vigie.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Folders and files that nobody else may read.
///
/// Modes are set where the file system has them. On Windows a new file inherits the access list of
/// the user's own folder, which is what keeps others out there.
final class Folders {

    private static final Set<PosixFilePermission> OWNER_ONLY_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private static final Set<PosixFilePermission> FOR_ALL_TO_READ =
            PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> FOR_ALL_TO_RUN =
            PosixFilePermissions.fromString("rwxr-xr-x");

    private Folders() {}

    static boolean hasModes(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    /// Creates a folder if it is absent; an existing one keeps its mode.
    static Path createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return folder;
        Files.createDirectories(folder);
        if (hasModes(folder)) Files.setPosixFilePermissions(folder, OWNER_ONLY_FOLDER);
        return folder;
    }

    /// Creates an empty file, or takes away the rights of others from an existing one.
    static Path createPrivateFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            if (File.separatorChar == '/')
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FILE));
            else Files.createFile(file);
        }
        if (hasModes(file) && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY_FILE))
            Files.setPosixFilePermissions(file, OWNER_ONLY_FILE);
        return file;
    }

    /// Replaces a file in one step: whoever reads it sees the old text or the new, never half.
    static void writePrivate(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            createPrivateFile(fresh);
            Files.writeString(
                    fresh, text, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw Trouble.writing(file, e);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    /// Lets everybody read a program or folder and run or pass it, however strict the user's mask.
    static void makeExecutable(Path path) throws IOException {
        if (hasModes(path)) Files.setPosixFilePermissions(path, FOR_ALL_TO_RUN);
    }

    static void makeReadable(Path file) throws IOException {
        if (hasModes(file)) Files.setPosixFilePermissions(file, FOR_ALL_TO_READ);
    }

    /// Creates the folders that are missing, for everybody to pass.
    static void createPublic(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        Path parent = folder.getParent();
        if (parent != null) createPublic(parent);
        Files.createDirectory(folder);
        makeExecutable(folder);
    }

    /// Lets others pass through a folder to what they are given inside, without listing it.
    static void letOthersPass(Path folder) throws IOException {
        var modes = new HashSet<>(Files.getPosixFilePermissions(folder));
        if (modes.add(PosixFilePermission.OTHERS_EXECUTE))
            Files.setPosixFilePermissions(folder, modes);
    }

    /// The nearest folder above this one that others may not pass, or null.
    static @Nullable Path findClosedAbove(Path folder) throws IOException {
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            var modes = Files.getPosixFilePermissions(above);
            if (!modes.contains(PosixFilePermission.OTHERS_EXECUTE)) return above;
        }
        return null;
    }

    /// Gives a folder and all in it to another account.
    static void giveTo(Path tree, UserPrincipal owner) throws IOException {
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes of)
                            throws IOException {
                        return give(dir);
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes of)
                            throws IOException {
                        return give(file);
                    }

                    private FileVisitResult give(Path path) throws IOException {
                        Files.getFileAttributeView(
                                        path,
                                        PosixFileAttributeView.class,
                                        LinkOption.NOFOLLOW_LINKS)
                                .setOwner(owner);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Deletes a folder and all in it, if it is there. Follows no links.
    static void delete(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) Files.walkFileTree(tree, new Deletion());
    }

    /// As above, but what another program keeps writing stays.
    ///
    /// @return whether nothing is left
    static boolean deletePossible(Path tree) throws IOException {
        try {
            delete(tree);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    /// Files that another program deletes meanwhile are as good as deleted by us.
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes of) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) throws IOException {
            if (trouble instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw trouble;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble)
                throws IOException {
            if (trouble != null && !(trouble instanceof NoSuchFileException)) throw trouble;
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
