package org.vigie.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// The lanes of a picture: which are open under which key, and what came through them.
///
/// What it means to an officer: how many of a lane's reports people judged false says how far the
/// lane may be believed before anybody has looked; with few judged it says nothing. What waits for
/// a judgement is in no share.
///
/// @param lanes in order of their codes, the closed ones too
public record LaneBook(List<Lane> lanes) {

    /// Longest code, in letters.
    public static final int CODE_MAX = 40;

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    /// Whether a text can be the code of a lane: small letters, digits and single hyphens.
    public static boolean isCode(String text) {
        return text.length() <= CODE_MAX && CODE.matcher(text).matches();
    }

    /// A lane as it stands.
    ///
    /// @param opened the entry that opened it last
    /// @param closed why nothing is taken any longer; empty while it is open
    /// @param reports that came through it
    /// @param judged of those, how many a person has judged true, false or not to be found out
    /// @param judgedFalse of those, how many false
    public record Lane(
            Recorded opened,
            Lanes.LaneOpened what,
            Optional<String> closed,
            long reports,
            long judged,
            long judgedFalse) {

        public boolean isOpen() {
            return closed.isEmpty();
        }

        public Instant since() {
            return Moments.of(opened);
        }
    }

    public LaneBook {
        lanes = List.copyOf(lanes);
    }

    public static LaneBook of(Picture picture) {
        var opened = opened(picture);
        if (opened.isEmpty()) {
            return new LaneBook(List.of());
        }
        var closed = closed(picture);
        var counts = counts(picture);
        return new LaneBook(
                opened.values().stream()
                        .map(entry -> lane(entry, closed, counts))
                        .sorted(Comparator.comparing(lane -> lane.what().code()))
                        .toList());
    }

    /// The lanes that take messages, by their codes: without what came through them, and so in a
    /// time that does not grow with it.
    public static Map<String, Lanes.LaneOpened> open(Picture picture) {
        var closed = closed(picture);
        var open = new TreeMap<String, Lanes.LaneOpened>();
        opened(picture)
                .forEach((code, entry) -> {
                    if (end(entry, closed).isEmpty()) {
                        open.put(code, (Lanes.LaneOpened) entry.body());
                    }
                });
        return open;
    }

    private static Map<String, Recorded> opened(Picture picture) {
        var opened = new TreeMap<String, Recorded>();
        for (var entry : picture.entries(Lanes.LaneOpened.class)) {
            opened.put(((Lanes.LaneOpened) entry.body()).code(), entry);
        }
        return opened;
    }

    private static Map<UUID, Recorded> closed(Picture picture) {
        var closed = new HashMap<UUID, Recorded>();
        picture.entries(Lanes.LaneClosed.class)
                .forEach(entry -> closed.put(entry.entry().subject(), entry));
        return closed;
    }

    /// Why a lane takes nothing any longer since it was opened last.
    private static Optional<String> end(Recorded opened, Map<UUID, Recorded> closed) {
        return Optional.ofNullable(closed.get(opened.entry().subject()))
                .filter(end -> end.seq() > opened.seq())
                .map(end -> ((Lanes.LaneClosed) end.body()).reason());
    }

    private static Lane lane(
            Recorded opened, Map<UUID, Recorded> closed, Map<String, long[]> counts) {
        var what = (Lanes.LaneOpened) opened.body();
        var count = counts.getOrDefault(what.code(), new long[3]);
        return new Lane(opened, what, end(opened, closed), count[0], count[1], count[2]);
    }

    /// Reports, judged ones and false ones of each lane.
    private static Map<String, long[]> counts(Picture picture) {
        var counts = new HashMap<String, long[]>();
        for (var report : Alerts.of(picture).reports()) {
            var lane = report.received().entry().origin().lane();
            var count = counts.computeIfAbsent(lane, code -> new long[3]);
            count[0]++;
            count[1] += report.verification() == Warnings.Verification.UNVERIFIED ? 0 : 1;
            count[2] += report.verification() == Warnings.Verification.FALSE ? 1 : 0;
        }
        return counts;
    }

    public Optional<Lane> find(String code) {
        return lanes.stream().filter(lane -> lane.what().code().equals(code)).findFirst();
    }

    /// The subject under which a lane stands in the ledger.
    public static UUID subject(String code) {
        return Ids.subject("lane", code);
    }
}
