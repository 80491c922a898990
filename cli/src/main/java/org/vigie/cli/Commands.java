package org.vigie.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// What all commands share.
final class Commands {

    /// Exit code of a command that did its work and found something that somebody must look at.
    static final int FINDING = 1;

    private Commands() {}

    /// Where a command prints.
    static CommandLine line(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("picocli gives every command its spec");
        }
        return spec.commandLine();
    }
}
