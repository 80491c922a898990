package org.vigie.weigh;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.record.Report;
import org.vigie.record.Site;
import org.vigie.search.FoldedText;

/// A report that may tell of the same thing as another, with the parts of its score.
///
/// What it means to an officer: a list to look at before an alert is opened; nothing is merged by
/// itself. The same words through two lanes may be one source that was passed on, which confirms
/// nothing.
///
/// When it must not be trusted: the weights are assumed, nobody has calibrated them; two attacks on
/// one village in one night look alike to it, and a report in another language does not.
///
/// @param place 1 for the same position, falling to 0 at 60 km; where one of them has none 0.75 for
///   the same name, which may be that of a region, and 0.5 for another
/// @param time 1 for the same moment, falling to 0 at twelve hours
/// @param words the share of the shorter text's words that the other has too; words of fewer than
///   four letters say nothing
public record AlikeReports(Report other, double place, double time, double words) {

    /// Below this nobody should spend their time (assumed).
    public static final double SCORE_MIN = 0.6;

    private static final double PLACE_WEIGHT = 0.4;
    private static final double TIME_WEIGHT = 0.2;
    private static final double WORDS_WEIGHT = 0.4;
    private static final double FAR_KM = 60;
    private static final double SAME_NAME = 0.75;
    private static final double UNKNOWN_PLACE = 0.5;
    private static final Duration LONG = Duration.ofHours(12);
    private static final int LETTERS_MIN = 4;
    private static final int WORDS_MIN = 3;

    /// So much of the same words is one text.
    private static final double SAME_WORDS = 0.9;

    /// From 0 to 1.
    public double score() {
        return PLACE_WEIGHT * place + TIME_WEIGHT * time + WORDS_WEIGHT * words;
    }

    /// Whether it may be the same source again, passed on through another lane.
    public boolean mayBeCircular(Report one) {
        return words >= SAME_WORDS && !lane(one).equals(lane(other));
    }

    private static String lane(Report report) {
        return report.what().lane() + "/" + report.received().entry().origin().lane();
    }

    /// The likeliest first.
    ///
    /// @param among all reports, this one may be among them
    /// @param limit at most so many
    public static List<AlikeReports> of(Report one, List<Report> among, int limit) {
        var words = words(one);
        return among.stream()
                .filter(other -> !other.id().equals(one.id()))
                .filter(other -> apart(one, other).compareTo(LONG) < 0)
                .map(other ->
                        new AlikeReports(
                                other,
                                place(one.what().site(), other.what().site()),
                                1 - apart(one, other).toMillis() / (double) LONG.toMillis(),
                                share(words, words(other))))
                .filter(pair -> pair.score() >= SCORE_MIN)
                .sorted(
                        Comparator.comparingDouble(AlikeReports::score)
                                .reversed()
                                .thenComparing(pair -> pair.other().id()))
                .limit(limit)
                .toList();
    }

    private static Duration apart(Report one, Report other) {
        return Duration.between(one.receivedAt(), other.receivedAt()).abs();
    }

    private static double place(Site one, Site other) {
        var from = one.position();
        var to = other.position();
        if (from != null && to != null) {
            return Math.max(0, 1 - from.distanceKm(to) / FAR_KM);
        }
        return folded(one.name()).equals(folded(other.name())) ? SAME_NAME : UNKNOWN_PLACE;
    }

    private static Set<String> folded(String text) {
        return FoldedText.of(text).words().stream()
                .map(FoldedText.Word::folded)
                .collect(Collectors.toSet());
    }

    private static Set<String> words(Report report) {
        var words = new HashSet<String>();
        for (var word : folded(report.what().text() + " " + report.what().threat())) {
            if (word.length() >= LETTERS_MIN) {
                words.add(word);
            }
        }
        return words;
    }

    private static double share(Set<String> one, Set<String> other) {
        int fewer = Math.min(one.size(), other.size());
        if (fewer < WORDS_MIN) {
            return 0;
        }
        return one.stream().filter(other::contains).count() / (double) fewer;
    }
}
