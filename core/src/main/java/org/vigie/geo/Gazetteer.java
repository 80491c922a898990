package org.vigie.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Many places, found by a name that somebody wrote down in a hurry, or by where they are.
///
/// What it computes: every place with a name that is equal to, begins with, contains as a word, or
/// is a few letters away from the text, after both have been folded ([Spelling]) so that case,
/// accents, hyphens and the habits of French, English and Arabic spelling do not matter.
///
/// What that means to an officer: a list of places that the report may mean, the likeliest first,
/// each with the reason. **It never chooses.** Two villages 26 km apart bear nearly the same name
/// near Ogossagou, and a patrol sent to the wrong one protects nobody. Places of the mission's own
/// pack come first: a pack's place one letter away ranks before a stranger's exact name.
///
/// When it must not be trusted: a village that no source lists (Moura, in 2022) is not found, but
/// others may be; and a name given to many villages says little.
///
/// Cost: 25,000 places are indexed in well under a second and searched in a few milliseconds. The
/// object is immutable; threads may share it.
public final class Gazetteer {

    /// A candidate: the place, how well the text fits (for ordering only; 1 is the name itself, of
    /// a place of the pack), and the reason in words.
    public record Match(Place place, double score, String why) {}

    /// Most candidates that one search returns: nobody reads further.
    public static final int LIMIT_MAX = 100;

    /// A word that this many places carry in their names (*koira*, *peulh*) finds none of them.
    private static final int PLACES_OF_A_WORD_MAX = 100;

    /// Shorter words of a name are not indexed alone.
    private static final int WORD_LETTERS_MIN = 3;

    /// How likely the kinds of likeness are to be what was meant. Set by hand and checked by the
    /// recall test; only their order matters.
    private static final double SAME = 1.0;

    private static final double SAME_SOUND = 0.96;
    private static final double NEAR_BASE = 0.94;
    private static final double FIRST_WORD = 0.92;
    private static final double LATER_WORD = 0.84;
    private static final double BEGINNING_BASE = 0.70;
    private static final double BEGINNING_SHARE = 0.20;
    private static final double PART_OF_TEXT = 0.9;

    /// What an error costs: half of the share of letters that are wrong.
    private static final double ERROR_WEIGHT = 0.5;

    /// How far a place of the pack is put before others.
    private static final double PACK_BONUS = 0.2;

    private enum Likeness {
        SAME_NAME,
        SAME_SOUND,
        NEAR_NAME,
        NEAR_SOUND,
        WORD,
        BEGINNING
    }

    /// The best that one search knows of one place.
    private record Hit(int place, double likeness, Likeness kind, String key, int halfLetters) {}

    private final List<Place> places;
    private final Map<String, Place> byId;
    private final NameIndex names;
    private final NameIndex sounds;
    private final NameIndex firstWords;
    private final NameIndex laterWords;
    private final List<Place> fromSouthToNorth;

    private Gazetteer(List<Place> places, Map<String, Place> byId) {
        this.places = places;
        this.byId = byId;
        var keys = new Keys();
        for (int p = 0; p < places.size(); p++)
            for (var name : places.get(p).names()) keys.add(name, p);
        names = keys.folded.build(Integer.MAX_VALUE);
        sounds = keys.sounded.build(Integer.MAX_VALUE);
        firstWords = keys.first.build(PLACES_OF_A_WORD_MAX);
        laterWords = keys.later.build(PLACES_OF_A_WORD_MAX);
        fromSouthToNorth =
                places.stream()
                        .filter(place -> place.position() != null)
                        .sorted(Comparator.comparingDouble(Gazetteer::latitude))
                        .toList();
    }

    /// The keys of all names while they are collected.
    private static final class Keys {
        private final NameIndex.Builder folded = new NameIndex.Builder();
        private final NameIndex.Builder sounded = new NameIndex.Builder();
        private final NameIndex.Builder first = new NameIndex.Builder();
        private final NameIndex.Builder later = new NameIndex.Builder();

        void add(String name, int place) {
            var fold = Spelling.folded(name);
            folded.add(Spelling.joined(fold), place);
            sounded.add(Spelling.sounded(fold), place);
            if (fold.indexOf(' ') < 0) return;
            var words = fold.split(" ", -1);
            for (int w = 0; w < words.length; w++)
                if (words[w].length() >= WORD_LETTERS_MIN)
                    (w == 0 ? first : later).add(Spelling.sounded(words[w]), place);
        }
    }

    /// A gazetteer of these places, each with an id of its own.
    public static Gazetteer of(Collection<Place> places) {
        var byId = new HashMap<String, Place>();
        for (var place : places)
            if (byId.put(place.id(), place) != null)
                throw new BadInput("id of a place", place.id(), "unique in the gazetteer");
        return new Gazetteer(List.copyOf(places), byId);
    }

    /// All places, as given.
    public List<Place> places() {
        return places;
    }

    /// The place with this id.
    public Optional<Place> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The places that bear this very name, in any case, with or without accents, hyphens and
    /// apostrophes: those of the pack first, then the larger ones.
    public List<Place> exact(String name) {
        var found = new ArrayList<Place>();
        names.exact(Spelling.joined(Spelling.folded(name)), p -> found.add(places.get(p)));
        found.sort(PACK_THEN_SIZE);
        return List.copyOf(found);
    }

    /// The places that the text may mean, the likeliest first. Any text may be given; a text
    /// without letters finds nothing.
    ///
    /// @param limit 1 to [#LIMIT_MAX]
    public List<Match> search(String text, int limit) {
        if (limit < 1 || limit > LIMIT_MAX)
            throw new BadInput("limit of a search", limit, "1 to " + LIMIT_MAX);
        var best = new HashMap<Integer, Hit>();
        for (var phrase : PlaceText.phrases(text)) searchPhrase(phrase, best);
        return best.values().stream()
                .map(hit -> new Candidate(hit, places.get(hit.place()), score(hit)))
                .sorted(LIKELIEST_FIRST)
                .limit(limit)
                .map(c -> new Match(c.place(), c.score(), why(c.hit(), c.place())))
                .toList();
    }

    /// The places within this distance, the nearest first.
    ///
    /// @param km not negative
    public List<Place> near(Position centre, double km) {
        if (!(km >= 0)) throw new BadInput("distance", km, "0 km or more");
        double degrees = Math.toDegrees(km / Position.EARTH_RADIUS_KM);
        return fromSouthToNorth
                .subList(
                        firstNorthOf(centre.latitude() - degrees - 1e-9),
                        firstNorthOf(centre.latitude() + degrees + 1e-9))
                .stream()
                .filter(place -> distanceKm(centre, place) <= km)
                .sorted(
                        Comparator.comparingDouble((Place place) -> distanceKm(centre, place))
                                .thenComparing(Place::id))
                .toList();
    }

    private static final Comparator<Place> PACK_THEN_SIZE =
            Comparator.comparing((Place place) -> !place.fromPack())
                    .thenComparing(Comparator.comparingLong(Place::population).reversed())
                    .thenComparing(Place::name)
                    .thenComparing(Place::id);

    private record Candidate(Hit hit, Place place, double score) {}

    private static final Comparator<Candidate> LIKELIEST_FIRST =
            Comparator.comparingDouble(Candidate::score)
                    .reversed()
                    .thenComparing(Candidate::place, PACK_THEN_SIZE);

    private double score(Hit hit) {
        double bonus = places.get(hit.place()).fromPack() ? PACK_BONUS : 0;
        return hit.likeness() * (1 - PACK_BONUS) + bonus;
    }

    private void searchPhrase(PlaceText.Phrase phrase, Map<Integer, Hit> best) {
        double weight = phrase.part() ? PART_OF_TEXT : 1;
        var name = Spelling.joined(phrase.folded());
        names.exact(name, p -> keep(best, new Hit(p, weight * SAME, Likeness.SAME_NAME, name, 0)));
        names.startingWith(
                name,
                (key, cost, p) ->
                        keep(
                                best,
                                new Hit(p, weight * begun(name, key), Likeness.BEGINNING, key, 0)));
        names.near(
                name,
                errorsAllowed(name),
                (key, cost, p) -> {
                    double likeness = weight * withErrors(NEAR_BASE, cost, name);
                    keep(best, new Hit(p, likeness, Likeness.NEAR_NAME, key, cost));
                });
        searchSound(Spelling.sounded(phrase.folded()), weight, best);
    }

    private void searchSound(String sound, double weight, Map<Integer, Hit> best) {
        if (sound.isEmpty()) return;
        int limit = errorsAllowed(sound);
        sounds.near(
                sound,
                limit,
                (key, cost, p) -> {
                    double likeness = cost == 0 ? SAME_SOUND : withErrors(NEAR_BASE, cost, sound);
                    var kind = cost == 0 ? Likeness.SAME_SOUND : Likeness.NEAR_SOUND;
                    keep(best, new Hit(p, weight * likeness, kind, key, cost));
                });
        firstWords.near(sound, limit, word(weight * FIRST_WORD, sound, best));
        laterWords.near(sound, limit, word(weight * LATER_WORD, sound, best));
    }

    private static NameIndex.Found word(double weight, String sound, Map<Integer, Hit> best) {
        return (key, cost, p) ->
                keep(
                        best,
                        new Hit(p, weight * withErrors(1, cost, sound), Likeness.WORD, key, cost));
    }

    private static void keep(Map<Integer, Hit> best, Hit hit) {
        best.merge(hit.place(), hit, (a, b) -> b.likeness() > a.likeness() ? b : a);
    }

    private static double begun(String beginning, String key) {
        return BEGINNING_BASE + BEGINNING_SHARE * beginning.length() / key.length();
    }

    private static double withErrors(double base, int halfLetters, String sound) {
        return base - ERROR_WEIGHT * halfLetters / EditCost.LETTER / sound.length();
    }

    /// In half letters: none in names of up to three letters, one letter up to five, two up to
    /// nine, three in longer ones. More would offer names that nobody meant.
    private static int errorsAllowed(String sound) {
        int length = sound.length();
        int errors = length <= 3 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3;
        return errors * EditCost.LETTER;
    }

    private static String why(Hit hit, Place place) {
        var written = nameBehind(hit, place);
        boolean own = written == null || written.equals(place.name());
        var of = own ? "the name" : "its alias " + written;
        var reason =
                switch (hit.kind()) {
                    case SAME_NAME -> own ? "the same name" : "the same as " + of;
                    case SAME_SOUND -> "another spelling of " + of;
                    case NEAR_NAME, NEAR_SOUND -> errors(hit.halfLetters()) + " from " + of;
                    case WORD -> "a word of the name" + withErrors(hit.halfLetters());
                    case BEGINNING -> "the beginning of " + of;
                };
        return place.fromPack() ? reason + "; a place of the mission's pack" : reason;
    }

    private static String withErrors(int halfLetters) {
        return halfLetters == 0 ? "" : ", but " + errors(halfLetters);
    }

    private static String errors(int halfLetters) {
        return switch (halfLetters) {
            case 1 -> "one vowel differs";
            case 2 -> "one letter differs";
            case 3, 4 -> "two letters differ";
            default -> "three letters differ";
        };
    }

    /// The name or alias whose key was found; null for a single word of a name.
    private static @Nullable String nameBehind(Hit hit, Place place) {
        Predicate<String> bears =
                switch (hit.kind()) {
                    case SAME_NAME, NEAR_NAME, BEGINNING ->
                            name -> Spelling.joined(Spelling.folded(name)).equals(hit.key());
                    case SAME_SOUND, NEAR_SOUND ->
                            name -> Spelling.sounded(Spelling.folded(name)).equals(hit.key());
                    case WORD -> name -> false;
                };
        return place.names().stream().filter(bears).findFirst().orElse(null);
    }

    private int firstNorthOf(double latitude) {
        int low = 0;
        int high = fromSouthToNorth.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (latitude(fromSouthToNorth.get(middle)) < latitude) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static double latitude(Place place) {
        var position = place.position();
        if (position == null) throw new IllegalStateException("only placed places are sorted");
        return position.latitude();
    }

    private static double distanceKm(Position centre, Place place) {
        var position = place.position();
        return position == null ? Double.POSITIVE_INFINITY : centre.distanceKm(position);
    }
}
