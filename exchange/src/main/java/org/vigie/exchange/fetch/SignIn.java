package org.vigie.exchange.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// How a publisher knows who asks. Comes from the environment or from a file that nobody else can
/// read; never from a command line, which other people on the machine can see, and never into the
/// ledger or a message.
///
/// @param token of UCDP, or an ACLED token that is still good; null when there is none
/// @param user of an ACLED account
public record SignIn(@Nullable String token, @Nullable String user, @Nullable String password) {

    public static final SignIn NONE = new SignIn(null, null, null);

    private static final int FILE_BYTES_MAX = 10_000;

    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    /// From `VIGIE_UCDP_TOKEN`, or `VIGIE_ACLED_TOKEN`, or `VIGIE_ACLED_USER` and
    /// `VIGIE_ACLED_PASSWORD`.
    public static SignIn of(Provider provider, Map<String, String> environment) {
        if (provider == Provider.UCDP) {
            return new SignIn(environment.get("VIGIE_UCDP_TOKEN"), null, null);
        }
        if (!provider.ofAcled()) {
            return NONE;
        }
        return new SignIn(
                environment.get("VIGIE_ACLED_TOKEN"),
                environment.get("VIGIE_ACLED_USER"),
                environment.get("VIGIE_ACLED_PASSWORD"));
    }

    /// From a file with lines `token=…`, or `user=…` and `password=…`.
    ///
    /// @throws BadInput when others may read the file, or it has other lines
    public static SignIn of(Path file) throws IOException {
        requireOwn("token-file", file);
        var lines = new HashMap<String, String>();
        int number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var parts = line.split("=", 2);
            if (parts.length < 2
                    || !Set.of("token", "user", "password").contains(parts[0].strip())) {
                throw new BadInput(
                        "token-file",
                        "line " + number,
                        "token=…, user=… or password=… (what stands there is not shown)");
            }
            lines.put(parts[0].strip(), parts[1].strip());
        }
        return new SignIn(lines.get("token"), lines.get("user"), lines.get("password"));
    }

    /// Refuses a file that others may read, or that is none to hold a secret.
    ///
    /// @param field the option by which it was named
    public static void requireOwn(String field, Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > FILE_BYTES_MAX) {
            throw new BadInput(field, file, "a small file that is there");
        }
        if (readableByOthers(file)) {
            throw new BadInput(
                    field, file, "readable by you alone (chmod 600), and others can read it");
        }
    }

    private static boolean readableByOthers(Path file) throws IOException {
        var view =
                Files.getFileAttributeView(
                        file, java.nio.file.attribute.PosixFileAttributeView.class);
        // Where files have no such rights, there is nothing to check.
        return view != null
                && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
    }

    /// Never the secret itself.
    @Override
    public String toString() {
        return "SignIn[" + (token != null ? "a token" : user != null ? "an account" : "none") + "]";
    }
}
