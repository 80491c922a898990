/// Fetches what a publisher hands out page by page, into one file, which is then imported like any
/// other and kept as the evidence. [Download] is the one to read first; [Provider] knows how each
/// publisher turns its pages.
///
/// The only package that opens a connection to somebody else's machine, and only when a person
/// asked for it. Nothing is sent but the query and the sign-in of that publisher.
@NullMarked
package org.vigie.exchange.fetch;

import org.jspecify.annotations.NullMarked;
