package org.vigie.share;

import java.util.Locale;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Handling;
import org.vigie.record.Viewer;

/// For whom something leaves the record. Every export takes one first; there is no overload without
/// it.
///
/// - `PUBLIC`: anybody. Only what is open already, at least [Terms#groupMin] rows alike, places and
///   times coarsened, and late.
/// - `PARTNER`: an organisation with an agreement. Only what is open already, as exact as it is
///   known.
/// - `HOST`: the host state. As for the public, and never a source.
/// - `RESTRICTED`: stays within the mission: everything but what is sealed.
public enum Tier {
    PUBLIC,
    PARTNER,
    HOST,
    RESTRICTED;

    /// The word that addresses, options and files use.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The tier with this word.
    public static Tier ofCode(String code) {
        for (var tier : values()) {
            if (tier.code().equals(code)) {
                return tier;
            }
        }
        throw new BadInput("tier", code, "public, partner, host or restricted");
    }

    /// Whether what has this tier is meant for readers outside the mission.
    public boolean leavesTheMission() {
        return this != RESTRICTED;
    }

    /// Whether its readers may ask what was known at another moment. Where rows are coarsened, two
    /// moments compared would single out one incident, and tell when the mission learned of it.
    public boolean mayAskOfThePast() {
        return switch (this) {
            case PARTNER, RESTRICTED -> true;
            case PUBLIC, HOST -> false;
        };
    }

    /// Refuses a moment of one of the two clocks where readers of this tier may not ask for one.
    public void checkClock(String clock, Object moment) {
        if (!mayAskOfThePast()) {
            throw new BadInput(
                    clock,
                    moment,
                    "left out for the tier %s: two moments compared tell when the mission learned of one incident"
                            .formatted(code()));
        }
    }

    /// Through whose eyes the ledger is read for this tier: outside the mission nobody is given
    /// more than what is open, and what is sealed is in no export at all.
    public Viewer viewer() {
        return switch (this) {
            case PUBLIC, PARTNER, HOST ->
                    new Viewer("export-" + code(), Component.OUTSIDE, Handling.OPEN.bit());
            case RESTRICTED -> Viewer.officer("export-" + code());
        };
    }

    /// What is done to rows before readers of this tier have them.
    public Terms terms() {
        return switch (this) {
            case PUBLIC -> new Terms(Terms.GROUP_MIN, Terms.DELAY_DAYS, false, true);
            case HOST -> new Terms(Terms.GROUP_MIN, Terms.DELAY_DAYS, false, false);
            case PARTNER, RESTRICTED -> Terms.AS_KNOWN;
        };
    }
}
