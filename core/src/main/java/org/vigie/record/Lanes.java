package org.vigie.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Ways in for warnings that come by themselves: the text messages of a region, the field form of
/// the liaison assistants, the mission's public form.
///
/// A lane has a key, which its sender shows with each message; the ledger holds its hash alone. It
/// says which way a warning came, never who sent it.
public sealed interface Lanes extends Body {

    /// What a lane understands; see `docs/intake.md`.
    enum Kind {
        /// A plain gateway for text messages.
        SMS,
        /// The webhook of RapidPro or TextIt.
        RAPIDPRO,
        /// ODK Collect and its kin.
        OPENROSA,
        /// The form in a browser, which also works without a network.
        FORM;

        /// `RAPIDPRO` is written `rapidpro`: in an address and as the lane of a report.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String code) {
            return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /// A lane is open under this key from now on; opened again it has a new key, and the old one is
    /// worth nothing.
    ///
    /// @param code as it stands in an address: letters, digits and hyphens
    /// @param keySha256 of the key, lower-case hex; the key itself is kept nowhere
    /// @param perMinute how many messages it takes in a minute
    /// @param site the region that it serves: where a message is from that names no place
    record LaneOpened(String code, Kind kind, String keySha256, int perMinute, Site site)
            implements Lanes {}

    /// Nothing is taken through it any longer.
    record LaneClosed(String reason) implements Lanes {}
}
