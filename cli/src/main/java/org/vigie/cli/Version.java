package org.vigie.cli;

import picocli.CommandLine.IVersionProvider;

/// The version as the jar's manifest tells it.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {version == null ? "vigie (not from a jar)" : "vigie " + version};
    }
}
