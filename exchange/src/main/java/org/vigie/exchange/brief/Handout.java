package org.vigie.exchange.brief;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Brief;
import org.vigie.geo.BadInput;
import org.vigie.record.By;
import org.vigie.record.Filter;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.share.Decision;
import org.vigie.share.Disclosure;
import org.vigie.share.HarmGate;
import org.vigie.share.Release;
import org.vigie.share.Tier;

/// A brief for the readers of one tier: nothing is in it but what [Disclosure] lets through to
/// them.
///
/// - Within the mission: all of it.
/// - A partner: open entries alone, exactly as they are known; no incident in which a state is said
///   to have attacked unless a protection officer decided so; no words of others (claims, notes,
///   keys, names of files), for nobody looked at what these say.
/// - The public and the host state: no single incident at all, but groups of at least five that are
///   alike, by whole months, and late.
///
/// When not to trust it: two briefs for the public with different periods can be compared, and what
/// is in one and not in the other told apart. Give out one series of briefs, by calendar month.
///
/// @param asked the period, widened to whole months where days are not given
/// @param release what these readers may have of the period
/// @param before the same of the period before
/// @param brief null where no single incident is given
public record Handout(
        Tier tier, Brief.Asked asked, Release release, Release before, @Nullable Brief brief) {

    /// When it leaves, and which protection officer has decided something.
    public record Leaving(Instant now, @Nullable Decision decision) {

        private Disclosure.Leaving past(HarmGate gate) {
            return new Disclosure.Leaving(now, decision, gate);
        }
    }

    /// The brief that readers of this tier may have.
    ///
    /// @param asked its viewer counts within the mission only; readers outside see what is open
    /// @throws BadInput when asking itself would tell these readers too much
    public static Handout of(Tier tier, Ledger ledger, Brief.Asked asked, Leaving leaving)
            throws IOException {
        return switch (tier) {
            case RESTRICTED -> within(ledger, asked, leaving);
            case PARTNER -> exact(ledger, open(tier, asked), leaving);
            case PUBLIC, HOST -> coarse(tier, ledger, open(tier, asked), leaving);
        };
    }

    private static Handout within(Ledger ledger, Brief.Asked asked, Leaving leaving)
            throws IOException {
        var brief = Brief.of(ledger, asked);
        var past = leaving.past(HarmGate.of(Tier.RESTRICTED, brief.picture()));
        return new Handout(
                Tier.RESTRICTED,
                asked,
                Disclosure.prepare(Tier.RESTRICTED, brief.incidents().list(), past),
                Disclosure.prepare(Tier.RESTRICTED, brief.before().list(), past),
                brief);
    }

    private static Handout exact(Ledger ledger, Brief.Asked asked, Leaving leaving)
            throws IOException {
        var gate = gate(Tier.PARTNER, ledger, asked, leaving);
        var past = leaving.past(gate);
        var brief = Brief.of(ledger, asked, row -> gate.closedFor(row, leaving.decision()) == null);
        var picture = brief.picture();
        return new Handout(
                Tier.PARTNER,
                asked,
                release(Tier.PARTNER, picture, asked.filter(), past),
                release(Tier.PARTNER, picture, asked.before(), past),
                brief.withoutWords());
    }

    private static Handout coarse(Tier tier, Ledger ledger, Brief.Asked asked, Leaving leaving)
            throws IOException {
        var standpoint = asked.standpoint();
        var picture = ledger.asOf(standpoint.known(), standpoint.recorded(), standpoint.viewer());
        refuseTelling(tier, asked.filter(), picture);
        var months = wholeMonths(asked);
        var past = leaving.past(gate(tier, ledger, asked, leaving));
        return new Handout(
                tier,
                months,
                release(tier, picture, months.filter(), past),
                release(tier, picture, before(months), past),
                null);
    }

    private static Release release(
            Tier tier, Picture picture, Filter filter, Disclosure.Leaving leaving) {
        return Disclosure.prepare(tier, picture.incidents().where(filter).list(), leaving);
    }

    /// The gate looks at everything that the mission holds by now.
    private static HarmGate gate(Tier tier, Ledger ledger, Brief.Asked asked, Leaving leaving)
            throws IOException {
        var seen = asked.standpoint();
        return HarmGate.of(
                tier,
                ledger.asOf(
                        later(leaving.now(), seen.known()),
                        later(leaving.now(), seen.recorded()),
                        Viewer.owner()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Brief.Asked open(Tier tier, Brief.Asked asked) {
        var seen = asked.standpoint();
        return new Brief.Asked(
                new Standpoint(seen.known(), seen.recorded(), tier.viewer()),
                asked.filter(),
                asked.since());
    }

    /// What is asked stands at the head: an actor, a cell or a district there would tell what the
    /// rows do not.
    private static void refuseTelling(Tier tier, Filter filter, Picture picture) {
        if (filter.actor() != null || filter.cell() != null) {
            throw new BadInput(
                    filter.actor() != null ? "actor" : "cell",
                    filter.actor() != null ? filter.actor() : filter.cell(),
                    "left out of a brief for the " + tier.code() + ", which names none");
        }
        var area = filter.area();
        if (area == null) {
            return;
        }
        var incidents = picture.incidents();
        var spelled = filter.spelled();
        boolean known =
                (spelled.second().isEmpty()
                                && !(spelled.first().isEmpty() && spelled.countries().isEmpty()))
                        || incidents.count(By.AREA).rows().stream()
                                .anyMatch(row -> row.key().equalsIgnoreCase(area))
                        || incidents.countries().stream().anyMatch(area::equalsIgnoreCase);
        if (!known) {
            throw new BadInput(
                    "area",
                    area,
                    "a country or a first-level area in a brief for the " + tier.code());
        }
    }

    private static Brief.Asked wholeMonths(Brief.Asked asked) {
        return new Brief.Asked(
                asked.standpoint(),
                asked.filter()
                        .within(
                                YearMonth.from(asked.from()).atDay(1),
                                YearMonth.from(asked.to()).atEndOfMonth()),
                asked.since());
    }

    /// As many whole months before.
    private static Filter before(Brief.Asked months) {
        long count = ChronoUnit.MONTHS.between(months.from(), months.to().plusDays(1));
        return months.filter().within(months.from().minusMonths(count), months.from().minusDays(1));
    }

    /// First and last day of the period before.
    Filter periodBefore() {
        return brief == null ? before(asked) : asked.before();
    }
}
