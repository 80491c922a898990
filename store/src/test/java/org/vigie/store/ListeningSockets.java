package org.vigie.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where a process listens, as Linux tells it.
final class ListeningSockets {

    private static final String LISTENING = "0A";

    private ListeningSockets() {}

    /// Addresses as `127.0.0.1:5432`; anything else in the kernel's own notation.
    static List<String> of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        var own = new ArrayList<String>();
        try (var handles = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path handle : handles) own.add(Files.readSymbolicLink(handle).toString());
        }
        var found = new ArrayList<String>();
        for (String protocol : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(process.resolve("net").resolve(protocol))) {
                List<String> parts = List.of(line.strip().split("\\s+"));
                if (parts.get(3).equals(LISTENING) && own.contains("socket:[" + parts.get(9) + "]"))
                    found.add(readable(parts.get(1)));
            }
        }
        for (String line : Files.readAllLines(process.resolve("net").resolve("unix"))) {
            List<String> parts = List.of(line.strip().split("\\s+"));
            if (own.contains("socket:[" + parts.get(6) + "]")) found.add("unix " + line);
        }
        return found;
    }

    private static String readable(String hex) {
        int colon = hex.indexOf(':');
        String address = hex.substring(0, colon);
        int port = Integer.parseInt(hex.substring(colon + 1), 16);
        return (address.equals("0100007F") ? "127.0.0.1" : address) + ":" + port;
    }
}
