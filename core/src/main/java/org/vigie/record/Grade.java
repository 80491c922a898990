package org.vigie.record;

import org.vigie.geo.BadInput;

/// The Admiralty grade: reliability of the source and credibility of what it says, judged
/// independently of each other. `F6` means that neither can be judged, which is not the same as
/// bad.
///
/// @param reliability A (completely reliable) to E (unreliable), F (cannot be judged)
/// @param credibility 1 (confirmed by others) to 5 (improbable), 6 (cannot be judged)
public record Grade(char reliability, int credibility) {

    public static final Grade UNJUDGED = new Grade('F', 6);

    public Grade {
        if (reliability < 'A' || reliability > 'F') {
            throw new BadInput("reliability", reliability, "a letter from A to F");
        }
        if (credibility < 1 || credibility > 6) {
            throw new BadInput("credibility", credibility, "a number from 1 to 6");
        }
    }

    /// Reads `B2`.
    public static Grade parse(String text) {
        if (text.length() != 2) {
            throw new BadInput("grade", text, "a letter A-F and a number 1-6, e.g. B2");
        }
        return new Grade(text.charAt(0), text.charAt(1) - '0');
    }

    @Override
    public String toString() {
        return "" + reliability + credibility;
    }
}
