package org.vigie.assess;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Filter;
import org.vigie.record.Known;
import org.vigie.record.Milestone;
import org.vigie.record.Picture;

/// The rate of response by one thing: by the reason why a response was not possible, by sector,
/// area, component, tier, lane, month or alleged sort of actor. Every figure is one that
/// [ResponseRate] has: here they stand side by side, with what they are counted of and with what is
/// in no row.
///
/// What it means to an officer: where warnings stay without an answer, who could not go and why.
/// What it does not mean: that one sector or lane does better than another. Their dangers, their
/// distances and their logging differ, and a share of a few says next to nothing ([#FEW]).
///
/// @param asked what was asked for
/// @param by what the rows are: of a mission without sectors they are its first-level areas
/// @param panels one for each measure; the two measures of the rate are never in one
/// @param outside figures beside the rows: what the rows are taken of, and what is in none of them
/// @param whole the rate of everything, of which the rows are parts
public record RateTable(
        By asked, By by, List<Panel> panels, List<Figure> outside, ResponseRate whole) {

    /// Below so many in the whole of a row neither its share nor its median says much: the longest
    /// of fewer than ten is their p90 too.
    public static final int FEW = 10;

    /// What the rate can be split by.
    public enum By {
        REASON,
        SECTOR,
        AREA,
        COMPONENT,
        TIER,
        LANE,
        MONTH,
        /// What sort of actor is alleged: a mission that answers warnings of one sort and not of
        /// another is to see it.
        ALLEGED;

        /// `REASON` is written `reason`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The one with this code.
        public static Optional<By> find(String code) {
            return Arrays.stream(values()).filter(by -> by.code().equals(code)).findFirst();
        }

        /// The one with this code.
        ///
        /// @throws BadInput when there is none, with those that there are
        public static By ofCode(String code) {
            return find(code).orElseThrow(() -> new BadInput("by", code, "one of " + codes()));
        }

        /// All codes, as a person reads them.
        public static String codes() {
            return Arrays.stream(values()).map(By::code).collect(Collectors.joining(", "));
        }
    }

    /// What the figures of a panel are about.
    public enum About {
        WARNINGS,
        ATTACKS,
        RESPONSES,
        REASONS,
        LANES
    }

    /// A row.
    ///
    /// @param key code of a reason, component, tier, lane or sort of actor; name of a sector or
    ///   area; month; `unknown` where none is stated
    /// @param figures of the same measures in every row, in one order
    /// @param share what is looked at first
    /// @param times minutes from the warning to the arrival, of lanes to the order; null where the
    ///   rows never came
    public record Line(String key, List<Figure> figures, Share share, @Nullable StepTimes times) {

        public Line {
            figures = List.copyOf(figures);
        }

        /// Whether its whole is so small that its share says little.
        public boolean few() {
            return share.whole().n() < FEW;
        }

        /// The figure of this measure.
        public Optional<Figure> find(Measure measure) {
            return figures.stream().filter(figure -> figure.measure() == measure).findFirst();
        }
    }

    /// The rows of one measure.
    ///
    /// @param total all rows together: each thing once, though it may be in two rows
    public record Panel(About about, List<Line> lines, Line total) {

        public Panel {
            lines = List.copyOf(lines);
        }

        /// The row with this key.
        public Optional<Line> find(String key) {
            return lines.stream().filter(line -> line.key().equals(key)).findFirst();
        }
    }

    public RateTable {
        panels = List.copyOf(panels);
        outside = List.copyOf(outside);
    }

    /// The rate of what the filter leaves, split.
    ///
    /// @param known the names of areas and sectors
    public static RateTable of(Picture picture, Filter filter, By asked, Known known) {
        var by = asked == By.SECTOR && !known.hasSectors() ? By.AREA : asked;
        var cases = Cases.of(picture, filter);
        var whole = ResponseRate.of(picture, filter, cases);
        return switch (by) {
            case REASON ->
                    new RateTable(asked, by, List.of(reasons(whole)), ofOrders(whole), whole);
            case COMPONENT ->
                    new RateTable(
                            asked,
                            by,
                            List.of(responses(whole, whole.byComponent())),
                            List.of(whole.warnings().neverOrdered()),
                            whole);
            case TIER ->
                    new RateTable(
                            asked,
                            by,
                            List.of(responses(whole, whole.byTier())),
                            List.of(whole.warnings().neverOrdered()),
                            whole);
            case LANE ->
                    new RateTable(
                            asked,
                            by,
                            List.of(lanes(whole, LaneGroup.all(cases))),
                            List.of(LaneGroup.withoutLane(cases)),
                            whole);
            case SECTOR, AREA, MONTH, ALLEGED -> {
                var groups = ResponseRate.by(picture, filter, cases.split(grouping(by), known));
                yield new RateTable(
                        asked,
                        by,
                        List.of(warnings(whole, groups), attacks(whole, groups)),
                        List.of(),
                        whole);
            }
        };
    }

    /// When the mission knew what is counted here.
    public Instant knownAsOf() {
        return whole.knownAsOf();
    }

    /// Whether the rows are areas because the mission has no sectors.
    public boolean withoutSectors() {
        return asked != by;
    }

    /// The keys of the rows, in their order.
    public List<String> keys() {
        var keys = new LinkedHashSet<String>();
        panels.forEach(panel -> panel.lines().forEach(line -> keys.add(line.key())));
        return List.copyOf(keys);
    }

    private static ResponseRate.Grouping grouping(By by) {
        return switch (by) {
            case SECTOR -> ResponseRate.Grouping.SECTOR;
            case AREA -> ResponseRate.Grouping.AREA;
            case MONTH -> ResponseRate.Grouping.MONTH;
            case ALLEGED -> ResponseRate.Grouping.ALLEGED;
            case REASON, COMPONENT, TIER, LANE ->
                    throw new IllegalStateException(by + " is within every rate");
        };
    }

    /// What responses without a reason are: those that came, and those that are on their way. And
    /// the warnings on which nothing was ordered, so that nobody had to give a reason.
    private static List<Figure> ofOrders(ResponseRate whole) {
        return List.of(
                whole.responses().ordered(),
                whole.responses().arrived(),
                whole.responses().running(),
                whole.warnings().neverOrdered());
    }

    private static Panel reasons(ResponseRate whole) {
        var all = as(Measure.RESPONSES_WITH_REASON, List.of(whole.responses().notPossible()));
        Function<ResponseGroup.ForReason, Line> line =
                row ->
                        new Line(
                                row.reason().code(),
                                List.of(row.notPossible(), row.arrived()),
                                new Share(row.notPossible(), all),
                                null);
        var arrived =
                as(
                        Measure.RESPONSES_ARRIVED_WITH_REASON,
                        whole.byReason().stream().map(ResponseGroup.ForReason::arrived).toList());
        return new Panel(
                About.REASONS,
                whole.byReason().stream().map(line).toList(),
                new Line(ResponseGroup.ALL, List.of(all, arrived), new Share(all, all), null));
    }

    private static Panel responses(ResponseRate whole, List<ResponseGroup> groups) {
        return new Panel(
                About.RESPONSES,
                groups.stream().map(RateTable::line).toList(),
                line(whole.responses()));
    }

    private static Line line(ResponseGroup group) {
        return new Line(
                group.key(),
                List.of(group.ordered(), group.arrived(), group.notPossible(), group.running()),
                new Share(group.arrived(), group.ordered()),
                group.arrival());
    }

    private static Panel lanes(ResponseRate whole, LaneGroup all) {
        return new Panel(
                About.LANES, whole.byLane().stream().map(RateTable::line).toList(), line(all));
    }

    private static Line line(LaneGroup group) {
        return new Line(
                group.lane(),
                List.of(group.received(), group.actedOn(), group.answered()),
                new Share(group.answered(), group.received()),
                group.toOrder());
    }

    private static Panel warnings(ResponseRate whole, List<ResponseRate.Group> groups) {
        return new Panel(
                About.WARNINGS,
                groups.stream().map(group -> warnings(group.key(), group.rate())).toList(),
                warnings(ResponseGroup.ALL, whole));
    }

    private static Line warnings(String key, ResponseRate rate) {
        var answers = rate.warnings();
        return new Line(
                key,
                List.of(
                        answers.received(),
                        answers.answered(),
                        answers.beforeAttack(),
                        answers.afterAttack(),
                        answers.unanswered(),
                        answers.open()),
                answers.rate(),
                rate.step(Milestone.ARRIVE));
    }

    private static Panel attacks(ResponseRate whole, List<ResponseRate.Group> groups) {
        return new Panel(
                About.ATTACKS,
                groups.stream().map(group -> attacks(group.key(), group.rate())).toList(),
                attacks(ResponseGroup.ALL, whole));
    }

    private static Line attacks(String key, ResponseRate rate) {
        var attacks = rate.attacks();
        return new Line(
                key,
                List.of(
                        attacks.known(),
                        attacks.responded(),
                        attacks.warned(),
                        attacks.withoutWarning(),
                        attacks.unclear()),
                attacks.rate(),
                null);
    }

    /// Several figures as one of another measure, each thing once.
    private static Figure as(Measure measure, List<Figure> figures) {
        return new Figure(
                measure,
                figures.stream().flatMap(figure -> figure.ids().stream()).distinct().toList(),
                figures.stream().flatMap(figure -> figure.entries().stream()).toList());
    }
}
