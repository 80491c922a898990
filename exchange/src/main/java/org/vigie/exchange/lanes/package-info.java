/// What machines bring of warnings, each format by itself: [SmsGateway] a text message, [RapidPro]
/// a conversation. Each gives a [Message], which says what was said and never who said it.
@NullMarked
package org.vigie.exchange.lanes;

import org.jspecify.annotations.NullMarked;
