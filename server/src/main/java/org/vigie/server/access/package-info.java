/// Who may ask what. [Gate] stands before every page and looks at the request alone: host, origin,
/// form. [Door] stands behind it and looks at who asks: with accounts, a session; without, whoever
/// sits at this machine. [Officer] is who it found, and gives the viewer through whom the ledger is
/// read. [Access] signs in.
@NullMarked
package org.vigie.server.access;

import org.jspecify.annotations.NullMarked;
