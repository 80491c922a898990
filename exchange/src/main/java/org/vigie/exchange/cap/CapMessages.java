package org.vigie.exchange.cap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.words.Language;
import org.vigie.geo.BadInput;
import org.vigie.record.Alert;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.share.Decision;
import org.vigie.share.SharedWarning;
import org.vigie.share.Tier;
import org.vigie.share.WarningGate;

/// The messages about alerts: which one is due to readers of a tier, and the ledger's entry that it
/// left.
///
/// What was sent is known from the entries of earlier messages to the same tier, so that an update
/// or a cancellation names those that really left, and nothing else. The same warning, asked for
/// again while the last message holds, is that message again.
public final class CapMessages {

    /// How the entry of an export names this format.
    public static final String FORMAT = "cap-1.2";

    /// Who sends when nobody says: a name that, by RFC 2606, is nobody's.
    public static final String NOBODY = "vigie.invalid";

    private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._@:-]{0,98})");

    /// More than this many earlier messages are not named: receivers have dropped the rest long
    /// ago.
    private static final int REFERENCES_MAX = 20;

    private CapMessages() {}

    /// What is asked for.
    ///
    /// @param whole everything that the mission holds, as of now
    /// @param decision of a protection officer, null when there is none
    /// @param sender a host's name; see [#NOBODY]
    public record Asked(
            Instant now,
            Picture whole,
            @Nullable Decision decision,
            String sender,
            boolean exercise) {

        public Asked {
            if (!SENDER.matcher(sender).matches()) {
                throw new BadInput(
                        "sender",
                        sender,
                        "the mission's host name, such as mission.example.org, without spaces and commas");
            }
            now = now.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /// The message, or why there is none.
    public sealed interface Answer {
        /// There is one.
        ///
        /// @param again whether this very message left before, and still holds
        record Due(CapMessage message, boolean again) implements Answer {}

        /// There is none.
        ///
        /// @param why a key below `cap.held.`
        record None(String why) implements Answer {}
    }

    /// A message that has left.
    private record Earlier(CapMessage.Reference reference, CapMessage.Type type, String content) {}

    /// The message about an alert that readers of the tier should have now.
    ///
    /// @param seen by whoever asks
    public static Answer of(Tier tier, Alert seen, Asked asked) {
        return switch (WarningGate.ask(tier, seen, asked.whole(), asked.decision())) {
            case WarningGate.Answer.Kept(WarningGate.Held why) ->
                    new Answer.None(
                            switch (why) {
                                case UNDECIDED -> "undecided";
                                case SEALED -> "sealed";
                                case HOST_ALLEGED -> "host-alleged";
                            });
            case WarningGate.Answer.Given(SharedWarning warning) -> due(warning, asked);
        };
    }

    private static Answer due(SharedWarning warning, Asked asked) {
        var sent = earlier(warning, asked.whole());
        boolean isFalse = warning.state() == SharedWarning.State.JUDGED_FALSE;
        var content = CapMessage.contentOf(warning);
        if (!sent.isEmpty()) {
            var last = sent.getLast();
            boolean holds =
                    last.type() == CapMessage.Type.CANCEL
                            || asked.now().isBefore(last.reference().sent().plus(CapMessage.HOLDS));
            if (holds
                    && last.content().equals(content)
                    && last.reference().sender().equals(asked.sender())) {
                var before = sent.subList(0, sent.size() - 1);
                return new Answer.Due(
                        message(warning, asked.exercise(), last, since(before)), true);
            }
            if (last.type() == CapMessage.Type.CANCEL) {
                sent = List.of();
            }
        }
        if (isFalse && sent.isEmpty()) {
            return new Answer.None("nothing-sent");
        }
        var reference =
                new CapMessage.Reference(
                        asked.sender(), CapMessage.identifierOf(warning, asked.now()), asked.now());
        var type =
                isFalse
                        ? CapMessage.Type.CANCEL
                        : sent.isEmpty() ? CapMessage.Type.ALERT : CapMessage.Type.UPDATE;
        return new Answer.Due(
                message(
                        warning,
                        asked.exercise(),
                        new Earlier(reference, type, content),
                        since(sent)),
                false);
    }

    private static CapMessage message(
            SharedWarning warning, boolean exercise, Earlier as, List<Earlier> before) {
        var references =
                as.type() == CapMessage.Type.ALERT
                        ? List.<CapMessage.Reference>of()
                        : before.stream().map(Earlier::reference).toList();
        var reference = as.reference();
        return new CapMessage(
                reference.identifier(),
                reference.sender(),
                reference.sent(),
                as.type(),
                references,
                exercise,
                warning);
    }

    /// What still stands of what was sent: nothing from before a cancellation.
    private static List<Earlier> since(List<Earlier> before) {
        int from = Math.max(0, before.size() - REFERENCES_MAX);
        for (int i = before.size() - 1; i >= from; i--) {
            if (before.get(i).type() == CapMessage.Type.CANCEL) {
                from = i + 1;
            }
        }
        return before.subList(from, before.size());
    }

    /// What has left about the alert to this tier, each message once, the oldest first.
    private static List<Earlier> earlier(SharedWarning warning, Picture whole) {
        var sent = new ArrayList<Earlier>();
        for (var entry : whole.entries(Housekeeping.Exported.class)) {
            var left = (Housekeeping.Exported) entry.body();
            if (left.format().equals(FORMAT)
                    && left.tier().equals(warning.tier().code())
                    && warning.alert().toString().equals(left.query().get("alert"))) {
                var one = earlier(left);
                sent.removeIf(other ->
                        other.reference().identifier().equals(one.reference().identifier()));
                sent.add(one);
            }
        }
        return sent;
    }

    private static Earlier earlier(Housekeeping.Exported left) {
        var query = left.query();
        return new Earlier(
                new CapMessage.Reference(
                        query.getOrDefault("sender", NOBODY),
                        query.getOrDefault("identifier", ""),
                        Instant.parse(query.getOrDefault("sent", ""))),
                CapMessage.Type.ofWord(query.getOrDefault("type", "")),
                query.getOrDefault("content", ""));
    }

    /// Who lets a message leave, and under which id the ledger has it.
    public record Recording(UUID id, String author, Component component) {}

    /// The bytes of a message, the first language first.
    ///
    /// @param senderName what everybody calls the mission
    public static byte[] write(CapMessage message, String senderName, Language first) {
        return new CapXml(message, senderName, first).bytes();
    }

    /// The ledger's entry that a message left.
    public static Entry entry(
            CapMessage message, byte[] bytes, @Nullable Decision decision, Recording recording) {
        var query = new TreeMap<String, String>();
        query.put("alert", message.warning().alert().toString());
        query.put("sender", message.sender());
        query.put("identifier", message.identifier());
        query.put("sent", message.sent().toString());
        query.put("type", message.type().word());
        query.put("content", CapMessage.contentOf(message.warning()));
        boolean leaves = message.warning().tier().leavesTheMission();
        return new Entry(
                recording.id(),
                recording.id(),
                null,
                null,
                recording.author(),
                recording.component(),
                Handling.MISSION,
                Origin.lane("export"),
                null,
                new Housekeeping.Exported(
                        FORMAT,
                        message.warning().tier().code(),
                        query,
                        1,
                        0,
                        sha256(bytes),
                        leaves && decision != null ? decision.officer() : "",
                        leaves && decision != null ? decision.reason() : ""));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
