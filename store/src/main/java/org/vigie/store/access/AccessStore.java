package org.vigie.store.access;

import javax.sql.DataSource;

/// All that is kept about who may sign in and who looked at what.
public record AccessStore(Accounts accounts, Sessions sessions, Attempts attempts, Audit audit) {

    /// Over a pool of connections.
    ///
    /// @param source connections of the program at work to the real ledger's database
    public static AccessStore on(DataSource source) {
        var sql = new Sql(source);
        return new AccessStore(
                new Accounts(sql), new Sessions(sql), new Attempts(sql), new Audit(sql));
    }
}
