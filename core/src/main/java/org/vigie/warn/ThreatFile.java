package org.vigie.warn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.record.ActorClass;
import org.vigie.record.Recorded;
import org.vigie.record.Threats.LinkedTo;
import org.vigie.record.Threats.ThreatAssessed;
import org.vigie.record.Threats.ThreatIdentified;

/// One threat file as it was known at a moment: what is feared, how it is judged now, how it was
/// judged before, and by when it has to be judged again. Folded from a picture by [ThreatFiles].
///
/// @param opened the entry with which it was opened
/// @param judged the judgement that holds; empty where nobody judged yet, or the last judgement was
///   erased
/// @param judgements all that stand, in the order in which the mission knew them
/// @param state the last closing or reopening; empty where there was neither
/// @param links what belongs to it, in the order in which it was linked
/// @param open whether nobody has closed it, or somebody has opened it again since
/// @param history every entry about it that stands, in the order in which the mission knew them
/// @param times within which it has to be judged
public record ThreatFile(
        UUID id,
        Recorded opened,
        ThreatIdentified what,
        Optional<Recorded> judged,
        List<Recorded> judgements,
        Optional<Recorded> state,
        List<Link> links,
        boolean open,
        List<Recorded> history,
        ReviewTimes times) {

    /// Open ones before closed ones; those that nobody has judged before the others, because nobody
    /// can say that they press less; then by priority, by when they have to be judged, and in the
    /// order of the ledger. Who is alleged does not count.
    public static final Comparator<ThreatFile> ORDER =
            Comparator.comparing((ThreatFile file) -> !file.open())
                    .thenComparing(
                            Comparator.comparingInt((ThreatFile file) ->
                                            file.findPriority()
                                                    .map(ThreatPriority::rank)
                                                    .orElse(Integer.MAX_VALUE))
                                    .reversed())
                    .thenComparing(ThreatFile::reviewDue)
                    .thenComparingLong(file -> file.opened().seq());

    /// An alert or a report that belongs to the file.
    public record Link(UUID other, LinkedTo what, Recorded by) {}

    public ThreatFile {
        judgements = List.copyOf(judgements);
        links = List.copyOf(links);
        history = List.copyOf(history);
    }

    /// The judgement that holds.
    public Optional<ThreatAssessed> findJudgement() {
        return judged.map(entry -> (ThreatAssessed) entry.body());
    }

    /// How much it presses; empty where no judgement holds.
    public Optional<ThreatPriority> findPriority() {
        return findJudgement().map(ThreatPriority::of);
    }

    /// Who is in danger, as it is judged now.
    public String atRisk() {
        return findJudgement().map(ThreatAssessed::atRisk).orElse(what.atRisk());
    }

    /// What sort of actor is alleged, as it is judged now.
    public ActorClass alleged() {
        return findJudgement().map(ThreatAssessed::alleged).orElse(what.alleged());
    }

    /// Every sort of actor that was alleged at some time, in the opening or in a judgement that
    /// stands: *handling* looks at all of them.
    public Set<ActorClass> everAlleged() {
        var alleged = EnumSet.of(what.alleged());
        judgements.forEach(entry -> alleged.add(((ThreatAssessed) entry.body()).alleged()));
        return alleged;
    }

    /// When somebody last looked at it as a whole: the last judgement, or the opening or reopening
    /// where that is later.
    public Instant lookedAt() {
        return judged.filter(entry -> judgedSinceReopened())
                .or(() -> state)
                .orElse(opened)
                .knownAt();
    }

    /// Whole days of 24 hours since it was last judged, opened or reopened.
    public long daysSinceReview(Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(lookedAt(), now));
    }

    /// The day (UTC) by whose end it has to be judged: what whoever judged last named, but never
    /// later than the priority allows.
    public LocalDate reviewDue() {
        var from = LocalDate.ofInstant(lookedAt(), ZoneOffset.UTC);
        var judgement = findJudgement().filter(any -> judgedSinceReopened());
        if (judgement.isEmpty()) {
            return from.plusDays(times.firstDays());
        }
        var latest = from.plusDays(times.after(ThreatPriority.of(judgement.get()).level()));
        var named = judgement.get().reviewBy();
        return named == null || named.isAfter(latest) ? latest : named;
    }

    /// Whether it is open and the day on which it had to be judged is over.
    public boolean overdue(Instant now) {
        return open && LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(reviewDue());
    }

    /// What was linked after the last judgement, and so is not in it.
    public List<Link> linkedSinceReview() {
        return links.stream()
                .filter(link ->
                        judged.filter(entry ->
                                        ThreatFiles.BY_KNOWLEDGE.compare(link.by(), entry) < 0)
                                .isEmpty())
                .toList();
    }

    public boolean linkedTo(UUID other) {
        return links.stream().anyMatch(link -> link.other().equals(other));
    }

    private boolean judgedSinceReopened() {
        return judged.isPresent()
                && state.filter(entry -> ThreatFiles.BY_KNOWLEDGE.compare(judged.get(), entry) < 0)
                        .isEmpty();
    }
}
