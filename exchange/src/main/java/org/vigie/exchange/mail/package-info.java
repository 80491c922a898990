/// What an e-mail says of the watch: that something came, and nothing of it. Start with
/// [org.vigie.exchange.mail.Notice].
@NullMarked
package org.vigie.exchange.mail;

import org.jspecify.annotations.NullMarked;
