package org.vigie.exchange.cap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.vigie.record.Ids;
import org.vigie.share.SharedWarning;

/// One message about an alert.
///
/// @param identifier of this message; says nothing of the alert
/// @param sender who sends, as the mission calls itself: the name of a host, without spaces
/// @param sent to the second
/// @param type whether it is the first, takes the place of earlier ones or takes them back
/// @param references earlier messages, which this one takes the place of
/// @param exercise whether nothing of it is real
public record CapMessage(
        String identifier,
        String sender,
        Instant sent,
        Type type,
        List<Reference> references,
        boolean exercise,
        SharedWarning warning) {

    /// After this nobody should go by it any longer. Assumed: a warning that nobody has looked at
    /// for a day is not one. No source fixes it.
    public static final Duration HOLDS = Duration.ofHours(24);

    public CapMessage {
        references = List.copyOf(references);
    }

    /// What a message is to earlier ones.
    public enum Type {
        ALERT("Alert"),
        UPDATE("Update"),
        CANCEL("Cancel");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /// The standard's word.
        public String word() {
            return word;
        }

        static Type ofWord(String word) {
            for (var type : values()) {
                if (type.word.equals(word)) {
                    return type;
                }
            }
            throw new IllegalStateException("the ledger holds no type of message " + word);
        }
    }

    /// An earlier message, as a later one names it.
    public record Reference(String sender, String identifier, Instant sent) {

        /// As the standard writes it: sender, identifier and time, without spaces.
        public String text() {
            return sender + "," + identifier + "," + CapXml.moment(sent);
        }
    }

    public Instant expires() {
        return sent.plus(HOLDS);
    }

    /// What the warning says, in 64 hexadecimal digits: two messages that say the same have one.
    static String contentOf(SharedWarning warning) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(warning.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String identifierOf(SharedWarning warning, Instant sent) {
        return Ids.subject("cap", sent + " " + warning).toString();
    }
}
