package org.vigie.warn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Erased;
import org.vigie.record.Kinds;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Threats;
import org.vigie.record.Threats.Impact;
import org.vigie.record.Threats.Likelihood;
import org.vigie.record.Threats.ThreatAssessed;
import org.vigie.record.Threats.ThreatClosed;
import org.vigie.record.Threats.ThreatIdentified;
import org.vigie.record.Threats.ThreatLinked;
import org.vigie.record.Threats.ThreatReopened;
import org.vigie.record.Threats.ThreatUnlinked;

/// The threat files of a picture.
///
/// What it means to an officer: every threat that somebody saw is in here until a person closes it
/// with a reason, and each open one has a day by which it is judged again. None falls out by
/// itself.
///
/// The law: whoever is alleged, and whatever is judged of other protection actors, changes neither
/// the order nor a priority nor a day on which something is due; it is tested by swapping them.
/// Source: United Nations, *The Protection of Civilians in United Nations Peacekeeping: Handbook*
/// (2020), chapter 8.
///
/// @param files in the order of [ThreatFile#ORDER]
/// @param withoutOpening things of which something else is known, but no opening can be read: it
///   was erased or taken back. They are counted, so that none vanishes
public record ThreatFiles(List<ThreatFile> files, int withoutOpening) {

    static final Comparator<Recorded> BY_KNOWLEDGE =
            Comparator.comparing(Recorded::knownAt).thenComparingLong(Recorded::seq);

    private static final String JUDGED = Kinds.of(ThreatAssessed.class);
    private static final String CLOSED = Kinds.of(ThreatClosed.class);
    private static final String REOPENED = Kinds.of(ThreatReopened.class);
    private static final String OPENED = Kinds.of(ThreatIdentified.class);

    public ThreatFiles {
        files = files.stream().sorted(ThreatFile.ORDER).toList();
    }

    public static ThreatFiles of(Picture picture) {
        return of(picture, ReviewTimes.ASSUMED);
    }

    public static ThreatFiles of(Picture picture, ReviewTimes times) {
        Map<UUID, List<Recorded>> about = new LinkedHashMap<>();
        var entries = new ArrayList<>(picture.entries(Threats.class));
        picture.entries(Erased.class).stream()
                .filter(ThreatFiles::erasedOfThreats)
                .forEach(entries::add);
        entries.sort(BY_KNOWLEDGE);
        for (var entry : entries) {
            about.computeIfAbsent(entry.entry().subject(), id -> new ArrayList<>()).add(entry);
        }
        var files = new ArrayList<ThreatFile>();
        int withoutOpening = 0;
        for (var one : about.entrySet()) {
            var opened = opened(one.getValue());
            if (opened != null && opened.body() instanceof ThreatIdentified what) {
                files.add(file(opened, what, one.getValue(), times));
            } else {
                withoutOpening++;
            }
        }
        return new ThreatFiles(files, withoutOpening);
    }

    /// Nothing at all is said of an entry that is erased but its kind.
    private static boolean erasedOfThreats(Recorded entry) {
        return entry.body() instanceof Erased erased
                && Kinds.find(erased.kind()).filter(Threats.class::isAssignableFrom).isPresent();
    }

    private static @Nullable Recorded opened(List<Recorded> entries) {
        return entries.stream()
                .filter(entry -> entry.entry().kind().equals(OPENED))
                .findFirst()
                .orElse(null);
    }

    private static ThreatFile file(
            Recorded opened, ThreatIdentified what, List<Recorded> history, ReviewTimes times) {
        Recorded judged = null;
        Recorded state = null;
        var judgements = new ArrayList<Recorded>();
        var links = new LinkedHashMap<UUID, ThreatFile.Link>();
        for (var entry : history) {
            var kind = entry.entry().kind();
            if (kind.equals(JUDGED)) {
                judged = entry.body() instanceof Erased ? null : entry;
            } else if (kind.equals(CLOSED) || kind.equals(REOPENED)) {
                state = entry;
            }
            if (entry.body() instanceof ThreatAssessed) {
                judgements.add(entry);
            } else if (entry.body() instanceof ThreatLinked link) {
                links.putIfAbsent(
                        link.other(), new ThreatFile.Link(link.other(), link.what(), entry));
            } else if (entry.body() instanceof ThreatUnlinked unlinked) {
                links.remove(unlinked.other());
            }
        }
        return new ThreatFile(
                opened.entry().subject(),
                opened,
                what,
                Optional.ofNullable(judged),
                judgements,
                Optional.ofNullable(state),
                List.copyOf(links.values()),
                state == null || !state.entry().kind().equals(CLOSED),
                history,
                times);
    }

    public Optional<ThreatFile> find(UUID id) {
        return files.stream().filter(file -> file.id().equals(id)).findFirst();
    }

    public List<ThreatFile> open() {
        return files.stream().filter(ThreatFile::open).toList();
    }

    public List<ThreatFile> closed() {
        return files.stream().filter(file -> !file.open()).toList();
    }

    /// Open ones that had to be judged before today, the longest overdue first.
    public List<ThreatFile> overdue(Instant now) {
        return files.stream()
                .filter(file -> file.overdue(now))
                .sorted(Comparator.comparing(ThreatFile::reviewDue))
                .toList();
    }

    /// Open ones that are judged so.
    public List<ThreatFile> at(Likelihood likelihood, Impact impact) {
        var sought = new ThreatPriority(likelihood, impact);
        return open().stream()
                .filter(file -> file.findPriority().filter(sought::equals).isPresent())
                .toList();
    }

    /// Open ones that nobody has judged.
    public List<ThreatFile> notJudged() {
        return open().stream().filter(file -> file.findPriority().isEmpty()).toList();
    }

    /// Those to which an alert or a report belongs.
    public List<ThreatFile> linkedTo(UUID other) {
        return files.stream().filter(file -> file.linkedTo(other)).toList();
    }
}
