package org.vigie.plan.medical;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vigie.geo.Saying;
import org.vigie.plan.Register;

/// The chain 10-1-2 for one casualty, with the force of one day.
///
/// What it means to an officer: before a patrol leaves, whether somebody hurt there would be in
/// time. *Met* means met also in the worst case of the ranges; *not met*, not even in the best;
/// between them nobody can tell.
///
/// How: who could come is who could go ([org.vigie.plan.Ways], with every caveat, clearance, night
/// and escort); from the place a carrier goes on to whichever base with care is best for the link,
/// under the same rules. All minutes count from the injury.
///
/// Source: the 10-1-2 of the United Nations Medical Support Manual for field missions and of the
/// policy on casualty evacuation in the field (DOS/2020.07); see `docs/medical.md`, also for when
/// not to trust it.
///
/// @param links the three, in order
/// @param notes what all of it rests on
public record MedicalChain(
        Casualty casualty, List<Link> links, Civilians civilians, List<Saying> notes) {

    public MedicalChain {
        links = List.copyOf(links);
        notes = List.copyOf(notes);
    }

    /// Works it out; the same register and casualty give the same answer.
    public static MedicalChain of(Register register, Casualty casualty) {
        var notes =
                List.of(Saying.of(MedicalWords.ASKED_AT_ONCE), Saying.of(MedicalWords.NOT_TASKED));
        var nobody = nobody(register, casualty);
        if (nobody.isPresent()) {
            return nobody.get().chain(casualty, notes);
        }
        var hospitals = Hospital.of(register);
        var search = new Search(register.units(), hospitals, casualty);
        var care = search.fieldCare();
        var surgery = search.surgery();
        var alone =
                casualty.accompanied()
                        ? new Search(register.units(), hospitals, casualty.alone())
                        : search;
        return new MedicalChain(
                casualty,
                List.of(search.firstAid(), care, surgery),
                Civilians.of(
                        search.carriers(),
                        alone.firstAid(),
                        List.of(alone.fieldCare(), alone.surgery())),
                notes);
    }

    /// The link of surgery alone, for a map of many places.
    public static Link surgery(Register register, Casualty casualty) {
        var nobody = nobody(register, casualty);
        return nobody.isPresent()
                ? nobody.get().link(Link.Kind.SURGERY)
                : new Search(register.units(), Hospital.of(register), casualty).surgery();
    }

    /// Over the whole range, all three links.
    public Verdict met() {
        return Verdict.all(links.stream().map(Link::met).toList());
    }

    public Link link(Link.Kind kind) {
        return links.stream().filter(link -> link.kind() == kind).findFirst().orElseThrow();
    }

    /// When surgery begins at the latest; empty when it never does.
    public Optional<Duration> worst() {
        return link(Link.Kind.SURGERY).best().map(Means::latest);
    }

    /// When it begins at the earliest, by the same means.
    public Optional<Duration> best() {
        return link(Link.Kind.SURGERY).best().map(Means::earliest);
    }

    /// Why the whole force is out of the question.
    private record Nobody(Verdict verdict, Saying why) {

        Link link(Link.Kind kind) {
            return verdict == Verdict.CANNOT_TELL
                    ? Link.cannotTell(kind, why)
                    : Link.of(kind, List.of(), List.of(), why);
        }

        MedicalChain chain(Casualty casualty, List<Saying> notes) {
            var links = java.util.Arrays.stream(Link.Kind.values()).map(this::link).toList();
            return new MedicalChain(
                    casualty,
                    links,
                    Civilians.of(List.of(), links.getFirst(), links.subList(1, 3)),
                    notes);
        }
    }

    private static Optional<Nobody> nobody(Register register, Casualty casualty) {
        var day = casualty.task().day();
        if (register.units().isEmpty()) {
            return Optional.of(new Nobody(Verdict.CANNOT_TELL, Saying.of(MedicalWords.NO_UNITS)));
        }
        if (register.units().stream().anyMatch(unit -> unit.inRegister(day))) {
            return Optional.empty();
        }
        return Optional.of(
                new Nobody(
                        Verdict.NO,
                        register.findEnd()
                                .map(end -> Saying.of(MedicalWords.FORCE_LEFT, day, end))
                                .orElseGet(() -> Saying.of(MedicalWords.FORCE_ABSENT, day))));
    }
}
