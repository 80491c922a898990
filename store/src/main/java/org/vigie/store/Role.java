package org.vigie.store;

import java.util.Locale;

/// In whose name a connection to the database speaks.
public enum Role {
    /// Owns the tables and may change them: for migrations, never for the program at work.
    OWNER,

    /// May read and append, and nothing else: the program at work.
    APPLICATION;

    /// The database role that may read and append. With a database of your own, the login of
    /// `--database-url` is its member.
    static final String APPEND_ONLY = "vigie";

    /// The login in the PostgreSQL that Vigie brings along.
    String login() {
        return switch (this) {
            case OWNER -> PostgresServer.SUPERUSER;
            case APPLICATION -> APPEND_ONLY;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
