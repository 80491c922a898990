package org.vigie.exchange.imports;

/// Hears how far an import is.
@FunctionalInterface
public interface Progress {

    /// Nobody listens.
    Progress SILENT = (rows, bytes, bytesTotal) -> {};

    /// Called before the first row, every few hundred rows and after the last one. The bytes are
    /// those of the file that have been read so far, which may be a little ahead of the rows.
    void at(long rows, long bytes, long bytesTotal);
}
