package org.vigie.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.record.Facts;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.search.FoldedText;

/// Who is who on one day, as a picture knows it: names, factions, relations with their confidence,
/// and contested labels.
///
/// What it means: a relation that *holds* is one that somebody stated and nobody, as far as was
/// known, has stated the end of. It is no observation of the day itself: look at when it was last
/// said, by whom, and with what confidence.
///
/// When not to trust it: where one source alone stands behind a relation of low confidence. An
/// actor is an organisation; no person and no community is ever one.
///
/// @param relations all of them, in order of their beginning
public record ActorRegister(LocalDate day, List<KnownActor> actors, List<Relation> relations) {

    private static final String FACTION_OF = "faction-of";

    public ActorRegister {
        actors = List.copyOf(actors);
        relations = List.copyOf(relations);
    }

    /// A relation that began or ended within a time.
    public record Change(LocalDate on, boolean began, Relation relation) {}

    /// Folds the register.
    public static ActorRegister of(Picture picture, LocalDate day) {
        var relations = Relations.of(picture, day);
        Map<String, List<Recorded>> declared = new LinkedHashMap<>();
        for (var recorded : picture.entries(Facts.ActorDeclared.class)) {
            if (recorded.body() instanceof Facts.ActorDeclared actor) {
                declared.computeIfAbsent(actor.code(), code -> new ArrayList<>()).add(recorded);
            }
        }
        var labels = labels(picture, day);
        var belongs = new Belonging(declared, relations, day);
        var actors = new ArrayList<KnownActor>();
        declared.forEach((code, entries) -> {
            var latest = latest(entries);
            actors.add(
                    new KnownActor(
                            code,
                            latest.name(),
                            latest.aliases(),
                            latest.actorClass(),
                            Period.of(entries, latest.from(), latest.to()),
                            belongs.to(code),
                            declared.keySet().stream()
                                    .filter(other -> belongs.to(other).contains(code))
                                    .toList(),
                            relations.stream().filter(one -> one.concerns(code)).toList(),
                            labels.getOrDefault(code, List.of()),
                            latest.basis(),
                            latest.note(),
                            entries.getLast().seq()));
        });
        actors.sort(Comparator.comparing(KnownActor::actorClass).thenComparing(KnownActor::name));
        return new ActorRegister(day, actors, relations);
    }

    private static Facts.ActorDeclared latest(List<Recorded> entries) {
        return (Facts.ActorDeclared) entries.getLast().body();
    }

    private static Map<String, List<KnownActor.Label>> labels(Picture picture, LocalDate day) {
        Map<String, List<KnownActor.Label>> labels = new LinkedHashMap<>();
        for (var recorded : picture.entries(Facts.ActorLabelled.class)) {
            if (recorded.body() instanceof Facts.ActorLabelled said) {
                var since = recorded.entry().findHappenedOn().orElse(null);
                var period = new Period(since, Period.of(List.of(), null, said.to()).to());
                labels.computeIfAbsent(said.actor(), code -> new ArrayList<>())
                        .add(
                                new KnownActor.Label(
                                        said.label(),
                                        said.by(),
                                        period,
                                        period.begunBy(day) && !period.overBefore(day),
                                        said.basis(),
                                        said.note(),
                                        recorded.seq()));
            }
        }
        labels.values()
                .forEach(ofActor ->
                        ofActor.sort(Comparator.comparing(label -> label.period().opening())));
        return labels;
    }

    /// To what actors belong: relations say so; where none does, the declared parent, if it was
    /// there already.
    private record Belonging(
            Map<String, List<Recorded>> declared, List<Relation> relations, LocalDate day) {

        List<String> to(String code) {
            var stated =
                    relations.stream()
                            .filter(Relation::holds)
                            .filter(relation -> relation.relation().equals(FACTION_OF))
                            .filter(relation -> relation.actor().equals(code))
                            .map(Relation::other);
            return Stream.concat(stated, parent(code)).distinct().toList();
        }

        private Stream<String> parent(String code) {
            var entries = declared.getOrDefault(code, List.of());
            var parent = entries.isEmpty() ? null : latest(entries).parent();
            var above = parent == null ? null : declared.get(parent);
            if (parent == null || above == null) {
                return Stream.empty();
            }
            boolean judged =
                    relations.stream()
                            .filter(one -> one.concerns(code) && one.concerns(parent))
                            .anyMatch(one -> Relations.BELONGING.contains(one.relation()));
            var from = latest(above).from();
            return judged || (from != null && from.isAfter(day))
                    ? Stream.empty()
                    : Stream.of(parent);
        }
    }

    public Optional<KnownActor> find(String code) {
        return actors.stream().filter(actor -> actor.code().equals(code)).findFirst();
    }

    /// The actors of which a name, an alias or the code holds every word of the text, or a word
    /// that begins so; accents and case do not matter.
    public List<KnownActor> search(String text) {
        var asked = FoldedText.of(text).words();
        return actors.stream()
                .filter(actor ->
                        Stream.concat(
                                        Stream.of(actor.name(), actor.code()),
                                        Stream.concat(
                                                actor.aliases().stream(),
                                                actor.labels().stream()
                                                        .map(KnownActor.Label::label)))
                                .anyMatch(name -> holds(name, asked)))
                .toList();
    }

    private static boolean holds(String name, List<FoldedText.Word> asked) {
        var words = FoldedText.of(name).words();
        return asked.stream()
                .allMatch(one ->
                        words.stream().anyMatch(word -> word.folded().startsWith(one.folded())));
    }

    /// Relations that began or ended after a day and by the register's own, the latest first.
    public List<Change> changedSince(LocalDate since) {
        var changes = new ArrayList<Change>();
        for (var relation : relations) {
            var from = relation.period().from();
            var to = relation.period().to();
            if (from != null && within(since, from.firstDay())) {
                changes.add(new Change(from.firstDay(), true, relation));
            }
            if (to != null && within(since, to.lastDay())) {
                changes.add(new Change(to.lastDay(), false, relation));
            }
        }
        changes.sort(Comparator.comparing(Change::on).reversed());
        return changes;
    }

    private boolean within(LocalDate since, LocalDate on) {
        return on.isAfter(since) && !on.isAfter(day);
    }
}
