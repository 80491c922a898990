package org.vigie.restrict;

import java.util.Comparator;
import java.util.UUID;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;

/// May a request leave the mission? What it asks for, and where, can tell the host state of a
/// threat, or of whoever warned of it. Where it can, a named person of protection decides, in the
/// ledger, before it is sent.
public sealed interface HarmGate {

    /// What a decision about a request is about, as [Responses.ReleaseDecided#what] says it.
    String WHAT = "clearance-request";

    /// It may leave.
    record Open() implements HarmGate {}

    /// It may not leave.
    record Shut(String reason) implements HarmGate {}

    /// Whether it may leave as things are known in a picture.
    ///
    /// @param subject what the request is about: itself, an alert, an incident
    /// @param tells whether a threat or a source could be read from it, as the person who asks says
    static HarmGate of(Picture picture, UUID subject, boolean tells) {
        if (!tells) {
            return new Open();
        }
        var decided =
                picture.about(subject).stream()
                        .filter(entry ->
                                entry.body() instanceof Responses.ReleaseDecided said
                                        && said.what().equals(WHAT))
                        .max(
                                Comparator.comparing(Recorded::knownAt)
                                        .thenComparingLong(Recorded::seq))
                        .map(entry -> (Responses.ReleaseDecided) entry.body());
        if (decided.isEmpty()) {
            return new Shut(
                    "a threat or a source could be read from it, and nobody of protection decided"
                            + " that it may leave");
        }
        return decided.get().released()
                ? new Open()
                : new Shut(
                        decided.get().officer()
                                + " decided that it may not leave: "
                                + decided.get().reason());
    }
}
