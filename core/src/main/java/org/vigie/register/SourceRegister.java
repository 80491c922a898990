package org.vigie.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Accords;
import org.vigie.record.Activities;
import org.vigie.record.Awareness;
import org.vigie.record.Body;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Happened;
import org.vigie.record.Mandates;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Surveys;

/// The published sources on which the record rests: what kind, with which position or interest of
/// their own, how reliable they are taken to be, and how much rests on each. Never a person who
/// told the mission something: no identity of such a source is part of the record.
///
/// @param sources those on which most rests first; what is cited and never registered is among them
public record SourceRegister(List<KnownSource> sources) {

    private static final String ASSUMED = "assumed";

    public SourceRegister {
        sources = List.copyOf(sources);
    }

    /// One source.
    ///
    /// @param kind `un`, `ngo`, `press`, `research`, `government`, `data`; empty when it is cited
    ///   but was never registered
    /// @param published no sharper than it is known, null when not stated
    /// @param reliability A to F, by whoever registered it; F where nobody did
    /// @param claims figures that it states
    /// @param incidents accounts of incidents that hold and are its own
    /// @param others what else rests on it: relations, labels, knowledge, mandate, accords,
    ///   surveys, bases and units
    /// @param seq of the ledger's entry, -1 when never registered
    public record KnownSource(
            String code,
            String name,
            String kind,
            String position,
            @Nullable Happened published,
            String url,
            char reliability,
            long claims,
            long incidents,
            long others,
            long seq) {

        public boolean registered() {
            return seq >= 0;
        }

        public long all() {
            return claims + incidents + others;
        }
    }

    private static final class Uses {
        private long claims;
        private long incidents;
        private long others;
    }

    /// Folds the register.
    public static SourceRegister of(Picture picture) {
        Map<String, Uses> uses = new TreeMap<>();
        picture.incidents()
                .perSource()
                .forEach((source, number) ->
                        uses.computeIfAbsent(source, s -> new Uses()).incidents = number);
        for (var recorded : picture.entries(Body.class)) {
            for (var source : cited(recorded.body())) {
                var use = uses.computeIfAbsent(source, s -> new Uses());
                if (recorded.body() instanceof Facts.ClaimMade) {
                    use.claims++;
                } else {
                    use.others++;
                }
            }
        }
        var sources = new ArrayList<KnownSource>();
        for (var recorded : picture.latestEntries(Facts.SourceRegistered.class)) {
            if (recorded.body() instanceof Facts.SourceRegistered source) {
                var used = uses.remove(source.code());
                sources.add(known(source, recorded, used == null ? new Uses() : used));
            }
        }
        uses.forEach((code, used) -> sources.add(unregistered(code, used)));
        sources.sort(
                Comparator.comparingLong(KnownSource::all)
                        .reversed()
                        .thenComparing(KnownSource::name));
        return new SourceRegister(sources);
    }

    private static KnownSource known(Facts.SourceRegistered source, Recorded recorded, Uses used) {
        return new KnownSource(
                source.code(),
                source.name(),
                source.sourceKind(),
                source.position(),
                Period.ending(source.published()),
                source.url(),
                source.reliability(),
                used.claims,
                used.incidents,
                used.others,
                recorded.seq());
    }

    private static KnownSource unregistered(String code, Uses used) {
        return new KnownSource(
                code, code, "", "", null, "", 'F', used.claims, used.incidents, used.others, -1);
    }

    /// The codes of the sources that a body names, none where it is assumed. A line of a chronology
    /// may name several, and after them how it knows: `a, b; basis=inferred`.
    static List<String> cited(Body body) {
        var sources = basis(body).split("; ", 2)[0];
        return Arrays.stream(sources.split(", ", -1))
                .filter(source -> !source.isBlank() && !source.equals(ASSUMED))
                .toList();
    }

    private static String basis(Body body) {
        return switch (body) {
            case Facts.ClaimMade made -> made.claim().source();
            case Facts.ActorDeclared actor -> actor.basis();
            case Facts.ActorRelated related -> related.basis();
            case Facts.ActorLabelled labelled -> labelled.basis();
            case Facts.MissionFatality fatality -> fatality.source();
            case Awareness.Known known -> known.source();
            case Mandates.MandateAdopted adopted -> adopted.basis();
            case Mandates.VoteTaken vote -> vote.basis();
            case Accords.AccordMade made -> made.basis();
            case Accords.AccordStepped stepped -> stepped.basis();
            case Accords.MonitorNamed named -> named.basis();
            case Accords.CommitmentMade made -> made.basis();
            case Accords.CommitmentStepped stepped -> stepped.basis();
            case Surveys.SurveyAnswered answer -> answer.basis();
            case Activities.ActivityPlanned planned -> planned.basis();
            case Forces.BaseOpened base -> base.basis();
            case Forces.BaseMapped base -> base.source();
            case Forces.UnitDeclared unit -> unit.basis();
            case Forces.CaveatDeclared caveat -> caveat.basis();
            default -> "";
        };
    }

    public Optional<KnownSource> find(String code) {
        return sources.stream().filter(source -> source.code().equals(code)).findFirst();
    }

    /// The entries that rest on a source, accounts of incidents apart, the latest known first.
    public static List<Recorded> restingOn(String code, Picture picture) {
        return picture.entries(Body.class).stream()
                .filter(recorded -> cited(recorded.body()).contains(code))
                .toList()
                .reversed();
    }
}
