package org.vigie.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A disk that is soon full: one in memory that only one program sees, where the system allows it;
/// otherwise a limit on the size of files, which a program meets in the same way.
final class SmallDisk {

    /// 2 MB: enough to begin, too little for a database.
    static final List<String> LIMITED =
            List.of("sh", "-c", "ulimit -f 4096; exec \"$@\"", "limited");

    private SmallDisk() {}

    /// A program whose data folder lies on a small disk.
    static OtherProgram program(Path folder, int megabytes)
            throws IOException, InterruptedException {
        return OtherProgram.start(canMount(folder) ? mounted(folder, megabytes) : LIMITED, folder);
    }

    static boolean isNamed(String answer, Path folder) throws IOException, InterruptedException {
        return canMount(folder)
                ? answer.startsWith("trouble: The disk that holds " + folder.toRealPath())
                        && answer.contains(" is full (")
                : answer.contains("File too large");
    }

    private static List<String> mounted(Path folder, int megabytes) {
        String namespaces = Account.isRoot() ? "-m" : "-rm";
        String mount = "mount -t tmpfs -o size=%sm none \"$0\" && exec \"$@\"".formatted(megabytes);
        return List.of("unshare", namespaces, "sh", "-c", mount, folder.toString());
    }

    private static boolean canMount(Path folder) throws IOException, InterruptedException {
        var probe = new ArrayList<>(mounted(folder, 1));
        probe.add("true");
        return new ProcessBuilder(probe).start().waitFor() == 0;
    }
}
