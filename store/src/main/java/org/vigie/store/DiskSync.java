package org.vigie.store;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes sure that files are on the disk, not only on their way, before anything depends on them.
///
/// Cost: 1,000 new files one after the other took 0.3 s on an idle disk and 3 to 6 s on a busy one;
/// 16 at a time 0.3 s on either, because the file system then writes its journal once for many.
public final class DiskSync {

    private static final int AT_ONCE = 16;

    private DiskSync() {}

    /// A folder with all in it; links are left out.
    static void tree(Path root) throws IOException {
        var tasks = new ArrayList<Callable<Path>>();
        try (var paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                if (Files.isSymbolicLink(path)) continue;
                tasks.add(() -> {
                    one(path);
                    return path;
                });
            }
        }
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Path> done : threads.invokeAll(tasks)) done.get();
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException trouble) throw Trouble.writing(root, trouble);
            throw new IllegalStateException(e);
        }
    }

    /// A file, or the names in a folder. Windows keeps names by itself.
    public static void one(Path path) throws IOException {
        boolean isFolder = Files.isDirectory(path);
        if (isFolder && File.separatorChar != '/') return;
        var open = isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (var channel = FileChannel.open(path, open)) {
            channel.force(true);
        }
    }
}
