package org.vigie.exchange.imports;

import java.io.IOException;
import java.nio.file.Path;

/// Where imported files are kept, under the hash of their bytes: the file is the evidence for what
/// the entries say.
@FunctionalInterface
public interface KeptFiles {

    /// Keeps a copy; does nothing when a file with this hash is there already.
    ///
    /// @param sha256 of the file's bytes, lower-case hex
    /// @param name the file's name without its folders
    /// @param closed whether rows of it are protected, so that they can be erased one by one
    void keep(String sha256, String name, Path file, boolean closed) throws IOException;
}
