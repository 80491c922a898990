package org.vigie.exchange.render;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.vigie.exchange.words.Words;
import org.vigie.record.By;
import org.vigie.record.Count;
import org.vigie.record.Incidents;

/// Events and deaths over time in SVG: one bar a day, a month or a year, whichever fits.
///
/// What it shows: above, how many incidents; below, the dead (best estimates as bars, the sources'
/// low to high as a pale band behind). The dashed base line is the median of the periods shown,
/// empty ones included. Each bar is a link that narrows the filter to its period.
///
/// When it must not be trusted: the last periods are thin because reports come late; a period's
/// dead without figures are in no bar, and the title of the bar says how many such incidents there
/// are.
public final class SvgTimeline {

    private static final int WIDTH = 720;
    private static final int LEFT = 52;
    private static final int EVENTS_TOP = 24;
    private static final int PANEL = 58;
    private static final int DEATHS_TOP = 114;
    private static final int HEIGHT = 200;

    /// More bars of one kind than this are drawn as longer periods.
    private static final int DAYS_MAX = 45;

    private static final int MONTHS_MAX = 48;
    private static final int YEARS_MAX = 60;

    /// Bytes of the axes and words, and of a bar's part in the shared paths.
    private static final int FRAME_BYTES = 1_500;

    private static final int PLAIN_BYTES = 24;

    /// How a bar's period is opened: first and last day, both inclusive; empty where it opens
    /// nothing.
    public interface Link extends BiFunction<LocalDate, LocalDate, String> {}

    private enum Unit {
        DAY,
        MONTH,
        YEAR
    }

    private record Bar(LocalDate from, LocalDate to, String label, Count.Row row) {}

    private final Words words;
    private final Link link;
    private final int bytesMax;

    private SvgTimeline(Words words, Link link, int bytesMax) {
        this.words = words;
        this.link = link;
        this.bytesMax = bytesMax;
    }

    /// The timeline, or nothing when no incident has a date.
    ///
    /// @param bytesMax how many bytes it may take, about: the highest bars are links while they fit
    public static Html of(Incidents incidents, Link link, Words words, int bytesMax) {
        var days = incidents.perDay();
        if (days.isEmpty()) {
            return Html.EMPTY;
        }
        var timeline = new SvgTimeline(words, link, bytesMax);
        var first = LocalDate.parse(days.getFirst().key());
        var last = LocalDate.parse(days.getLast().key());
        for (var unit : Unit.values()) {
            if (length(unit, first, last) <= limit(unit)) {
                return timeline.draw(timeline.bars(unit, first, last, incidents));
            }
        }
        return timeline.draw(
                timeline.bars(Unit.YEAR, last.minusYears(YEARS_MAX - 1), last, incidents));
    }

    private static long length(Unit unit, LocalDate first, LocalDate last) {
        return switch (unit) {
            case DAY -> last.toEpochDay() - first.toEpochDay() + 1;
            case MONTH ->
                    12L * (last.getYear() - first.getYear())
                            + last.getMonthValue()
                            - first.getMonthValue()
                            + 1;
            case YEAR -> last.getYear() - first.getYear() + 1L;
        };
    }

    private static int limit(Unit unit) {
        return switch (unit) {
            case DAY -> DAYS_MAX;
            case MONTH -> MONTHS_MAX;
            case YEAR -> YEARS_MAX;
        };
    }

    private List<Bar> bars(Unit unit, LocalDate first, LocalDate last, Incidents incidents) {
        Map<String, Count.Row> rows = new LinkedHashMap<>();
        var counted =
                switch (unit) {
                    case DAY -> incidents.perDay();
                    case MONTH -> incidents.count(By.MONTH).rows();
                    case YEAR -> incidents.count(By.YEAR).rows();
                };
        counted.forEach(row -> rows.put(row.key(), row));
        var bars = new ArrayList<Bar>();
        for (var from = start(unit, first); !from.isAfter(last); from = next(unit, from)) {
            var key = from.toString().substring(0, keyLength(unit));
            var row = rows.getOrDefault(key, new Count.Row(key, 0, 0, 0, 0, 0, 0, 0));
            bars.add(new Bar(from, next(unit, from).minusDays(1), label(unit, from), row));
        }
        return bars;
    }

    private static LocalDate start(Unit unit, LocalDate day) {
        return switch (unit) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static LocalDate next(Unit unit, LocalDate from) {
        return switch (unit) {
            case DAY -> from.plusDays(1);
            case MONTH -> from.plusMonths(1);
            case YEAR -> from.plusYears(1);
        };
    }

    private static int keyLength(Unit unit) {
        return switch (unit) {
            case DAY -> 10;
            case MONTH -> 7;
            case YEAR -> 4;
        };
    }

    private String label(Unit unit, LocalDate from) {
        return switch (unit) {
            case DAY -> words.day(from);
            case MONTH -> words.month(YearMonth.from(from));
            case YEAR -> "" + from.getYear();
        };
    }

    private Html draw(List<Bar> bars) {
        long mostEvents = top(bars.stream().mapToLong(bar -> bar.row().events()).max().orElse(0));
        long mostDead =
                top(
                        bars.stream()
                                .mapToLong(bar -> Math.max(bar.row().best(), bar.row().high()))
                                .max()
                                .orElse(0));
        double step = (WIDTH - LEFT - 4.0) / bars.size();
        var bands = new StringBuilder();
        var plain = new StringBuilder();
        var linked = linked(bars, step, mostEvents, mostDead);
        for (int i = 0; i < bars.size(); i++) {
            var place = new Place(bars.get(i), x(i, step), width(step), mostEvents, mostDead);
            bands.append(band(place));
            plain.append(linked.containsKey(i) ? "" : shape(place));
        }
        return Html.of(
                "<svg class=\"tl\" viewBox=\"0 0 {} {}\" role=\"group\" aria-labelledby=\"tt td\"><title"
                        + " id=\"tt\">{}</title><desc id=\"td\">{}</desc>{}{}<path class=\"tb\""
                        + " d=\"{}\"/><path class=\"tp\" d=\"{}\"/>{}{}</svg>",
                WIDTH,
                HEIGHT,
                words.say("timeline.title"),
                words.say("timeline.description", bars.getFirst().label(), bars.getLast().label()),
                panel(EVENTS_TOP, mostEvents, words.say("timeline.events"), median(bars, true)),
                panel(DEATHS_TOP, mostDead, words.say("timeline.deaths"), median(bars, false)),
                bands.toString(),
                plain.toString(),
                Html.join(linked.values()),
                dates(bars, step));
    }

    /// A bar and where it stands.
    private record Place(Bar bar, int x, int width, long mostEvents, long mostDead) {}

    private static int x(int index, double step) {
        return (int) Math.round(LEFT + index * step);
    }

    private static int width(double step) {
        return (int) Math.max(2, Math.round(step * 0.78));
    }

    /// The bars that are links, the highest first until the bytes are used up; the others are drawn
    /// without.
    private SortedMap<Integer, Html> linked(
            List<Bar> bars, double step, long mostEvents, long mostDead) {
        var highestFirst =
                IntStream.range(0, bars.size())
                        .filter(i -> bars.get(i).row().events() > 0)
                        .boxed()
                        .sorted(
                                Comparator.comparingLong(
                                        (Integer i) -> -bars.get(i).row().events()))
                        .toList();
        var linked = new TreeMap<Integer, Html>();
        int left = bytesMax - FRAME_BYTES - bars.size() * PLAIN_BYTES;
        for (int i : highestFirst) {
            var bar = bar(new Place(bars.get(i), x(i, step), width(step), mostEvents, mostDead));
            left -= bar.bytes();
            if (left < 0) {
                break;
            }
            linked.put(i, bar);
        }
        return linked;
    }

    private Html bar(Place place) {
        var bar = place.bar();
        var row = bar.row();
        var drawn =
                Html.of(
                        "<path d=\"{}\"><title>{}</title></path>",
                        shape(place),
                        words.say("colon", bar.label(), words.count("events", row.events()))
                                + ", "
                                + (row.unstated() == row.events()
                                        ? words.say("dead.unknown")
                                        : words.say(
                                                "dead.stated",
                                                words.sums(row.best(), row.low(), row.high()))));
        var address = link.apply(bar.from(), bar.to());
        return address.isEmpty() ? drawn : Html.of("<a href=\"{}\">{}</a>", address, drawn);
    }

    private static String shape(Place place) {
        var row = place.bar().row();
        return block(place, EVENTS_TOP, height(row.events(), place.mostEvents()))
                + block(place, DEATHS_TOP, height(row.best(), place.mostDead()));
    }

    private static String block(Place place, int top, int height) {
        return height == 0
                ? ""
                : "M"
                        + place.x()
                        + " "
                        + (top + PANEL)
                        + "h"
                        + place.width()
                        + "v-"
                        + height
                        + "h-"
                        + place.width()
                        + "z";
    }

    private static String band(Place place) {
        var row = place.bar().row();
        int low = height(Math.min(row.low(), row.high()), place.mostDead());
        int high = height(Math.max(row.low(), row.high()), place.mostDead());
        int width = place.width() + 2;
        return high == low
                ? ""
                : "M"
                        + (place.x() - 1)
                        + " "
                        + (DEATHS_TOP + PANEL - low)
                        + "h"
                        + width
                        + "v-"
                        + (high - low)
                        + "h-"
                        + width
                        + "z";
    }

    private static int height(long value, long most) {
        return most == 0 || value <= 0
                ? 0
                : (int) Math.max(1, Math.round((double) PANEL * value / most));
    }

    private Html panel(int top, long most, String name, double median) {
        long base = top + PANEL - Math.round(PANEL * median / most);
        return Html.of(
                "<g class=\"ta\"><path d=\"M{} {}h{}M{} {}h{}\"/><path class=\"tm\" d=\"M{} {}h{}\"/><text"
                        + " x=\"{}\" y=\"{}\">{}</text><text x=\"{}\" y=\"{}\">0</text><text class=\"tn\" x=\"{}\""
                        + " y=\"{}\">{}</text></g>",
                LEFT,
                top + PANEL,
                WIDTH - LEFT - 4,
                LEFT,
                top,
                WIDTH - LEFT - 4,
                LEFT,
                base,
                WIDTH - LEFT - 4,
                LEFT - 6,
                top + 4,
                words.number(most),
                LEFT - 6,
                top + PANEL + 4,
                LEFT,
                top - 5,
                name + " · " + words.say("timeline.median", words.decimal(median)));
    }

    private static double median(List<Bar> bars, boolean events) {
        long[] values =
                bars.stream()
                        .mapToLong(bar -> events ? bar.row().events() : bar.row().best())
                        .sorted()
                        .toArray();
        int middle = values.length / 2;
        return values.length % 2 == 1
                ? values[middle]
                : (values[middle - 1] + values[middle]) / 2.0;
    }

    private Html dates(List<Bar> bars, double step) {
        var dates = new ArrayList<Html>();
        int every = Math.max(1, (int) Math.ceil(bars.size() / 6.0));
        for (int i = 0; i < bars.size(); i += every) {
            dates.add(
                    Html.of(
                            "<text x=\"{}\" y=\"{}\">{}</text>",
                            Math.round(LEFT + i * step),
                            HEIGHT - 6,
                            bars.get(i).label()));
        }
        return Html.of("<g class=\"td\">{}</g>", dates);
    }

    /// The next round number, so that the highest bar fills most of its panel.
    private static long top(long most) {
        long power = 1;
        while (power * 10 < most) {
            power *= 10;
        }
        for (long tenths : new long[] {10, 15, 20, 25, 30, 40, 50, 60, 80, 100}) {
            long round = power * tenths / 10;
            if (round >= most && round * 10 == power * tenths) {
                return round;
            }
        }
        return Math.max(1, most);
    }
}
