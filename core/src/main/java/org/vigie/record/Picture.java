package org.vigie.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Everything visible at one moment of both clocks to one viewer. Immutable; nothing learned or
/// recorded later is in it.
///
/// Map, timeline, table, counts, signals, plans and measures are all computed from a picture, so
/// they cannot disagree.
public final class Picture {

    static final Comparator<Recorded> BY_KNOWLEDGE =
            Comparator.comparing(Recorded::knownAt).thenComparingLong(Recorded::seq);

    private final Standpoint standpoint;
    private final Incidents incidents;
    private final List<Recorded> entries;

    Picture(Standpoint standpoint, Incidents incidents, List<Recorded> entries) {
        this.standpoint = standpoint;
        this.incidents = incidents;
        this.entries = entries;
    }

    public Standpoint standpoint() {
        return standpoint;
    }

    public Instant knownAsOf() {
        return standpoint.known();
    }

    public Instant recordedAsOf() {
        return standpoint.recorded();
    }

    public Viewer viewer() {
        return standpoint.viewer();
    }

    public Incidents incidents() {
        return incidents;
    }

    /// All that is visible, as it stands in the ledger; of a picture of a moment later it begins
    /// with the same objects where nothing was corrected.
    List<Recorded> entries() {
        return entries;
    }

    /// The visible entries of a kind or of a group of kinds, in the order in which the mission knew
    /// them. Accounts of incidents are not among them: see [#incidents].
    public List<Recorded> entries(Class<? extends Body> kind) {
        return entries.stream()
                .filter(recorded -> kind.isInstance(recorded.body()))
                .sorted(BY_KNOWLEDGE)
                .toList();
    }

    /// The visible entries about a subject, in the order in which the mission knew them.
    public List<Recorded> about(UUID subject) {
        return entries.stream()
                .filter(recorded -> recorded.entry().subject().equals(subject))
                .sorted(BY_KNOWLEDGE)
                .toList();
    }

    /// The latest visible entry of a kind for each subject: what holds now of things that are
    /// declared again and again. In order of the first declaration.
    public <B extends Body> Map<UUID, B> latest(Class<B> kind) {
        var latest = new LinkedHashMap<UUID, B>();
        for (var recorded : entries(kind)) {
            latest.put(recorded.entry().subject(), kind.cast(recorded.body()));
        }
        return latest;
    }

    /// What accounts and claims state of the dead of an incident and of those that are the same:
    /// the account that is shown first.
    public List<Statement> statements(IncidentRow row) {
        var statements = new ArrayList<>(incidents.statements(row.incident()));
        row.incidents().stream()
                .flatMap(incident -> claims(incident).stream())
                .filter(Claim::ofDeath)
                .map(Statement::ofClaim)
                .forEach(statements::add);
        return statements;
    }

    /// The same with the entries themselves.
    public List<Recorded> latestEntries(Class<? extends Body> kind) {
        var latest = new LinkedHashMap<UUID, Recorded>();
        for (var recorded : entries(kind)) {
            latest.put(recorded.entry().subject(), recorded);
        }
        return List.copyOf(latest.values());
    }

    /// The claims about a subject, in the order in which the mission knew them.
    public List<Claim> claims(UUID subject) {
        return about(subject).stream()
                .map(Recorded::body)
                .filter(Facts.ClaimMade.class::isInstance)
                .map(body -> ((Facts.ClaimMade) body).claim())
                .toList();
    }
}
