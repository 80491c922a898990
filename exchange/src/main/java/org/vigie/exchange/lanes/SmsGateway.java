package org.vigie.exchange.lanes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A text message as the common gateways hand it on, as fields of a form or of a flat JSON object:
/// names differ, so each field has several. The sender's number is not read at all.
public final class SmsGateway {

    private static final List<String> TEXT =
            List.of("text", "message", "body", "content", "msg", "sms");

    private static final List<String> ID =
            List.of(
                    "id",
                    "message_id",
                    "messageid",
                    "messagesid",
                    "smsmessagesid",
                    "msgid",
                    "uuid");

    private static final List<String> SENT =
            List.of("sent_at", "sent_timestamp", "senttimestamp", "timestamp", "date", "time");

    private SmsGateway() {}

    /// The message of these fields.
    ///
    /// @param fields in any letter case
    /// @throws org.vigie.geo.BadInput when there is no text in it
    public static Message read(Map<String, String> fields) {
        var small = new TreeMap<String, String>();
        fields.forEach((name, value) -> small.put(name.toLowerCase(Locale.ROOT), value));
        return Message.of(
                first(ID, small),
                first(TEXT, small),
                Message.moment(first(SENT, small)).orElse(null));
    }

    private static String first(List<String> names, Map<String, String> fields) {
        return names.stream()
                .map(name -> fields.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }
}
