/// Who may sign in, and who looked at what: accounts, sessions and the audit, in tables beside the
/// ledger.
///
/// Read [AccessStore] first. What a role may see is said in [AccountRole] and nowhere else. No
/// password, no token and no recovery code stands in a table as it is: a password is hashed by
/// whoever calls, everything of 79 random bits and more by SHA-256. Times are given by whoever
/// calls.
@NullMarked
package org.vigie.store.access;

import org.jspecify.annotations.NullMarked;
