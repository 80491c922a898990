package org.vigie.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Area;
import org.vigie.geo.Areas;
import org.vigie.geo.BadInput;

/// The names by which somebody may ask for an area or an actor: those of a mission pack, with their
/// codes and aliases, beside those that the incidents have.
///
/// A name that a source writes is that source's own and beats the pack: *Mopti region* is the
/// region alone, *Mopti* both the region and the cercle. A sector stands for its members, but only
/// when nothing else has its name.
///
/// @param areas of the pack
/// @param members codes of the areas in a sector, by its code
/// @param actors each with all its names, the code among them
public record Known(Areas areas, Map<String, List<String>> members, List<Set<String>> actors) {

    /// No pack.
    public static final Known NONE = new Known(Areas.of(List.of()), Map.of(), List.of());

    private static final String FIRST = "1";
    private static final String SECOND = "2";
    private static final String COUNTRY = "0";
    private static final String SECTOR = "sector";

    /// Names proposed for one that nobody knows.
    private static final int NEAR_MAX = 3;

    /// Words that say that a name is one below the first level, and those of the first level.
    private static final Set<String> SMALL =
            Set.of("cercle", "commune", "district", "subprefecture", "sub", "sous");

    private static final Set<String> LARGE = Set.of("region", "province", "prefecture");

    public Known {
        members = Map.copyOf(members);
        actors = actors.stream().map(Set::copyOf).toList();
    }

    /// With the actors that a picture declares.
    public Known with(Picture picture) {
        var all = new ArrayList<>(actors);
        picture.latest(Facts.ActorDeclared.class).values().stream()
                .map(Known::names)
                .forEach(all::add);
        return new Known(areas, members, all);
    }

    /// All names of an actor, its code among them.
    public static Set<String> names(Facts.ActorDeclared actor) {
        var names = new TreeSet<>(actor.aliases());
        names.add(actor.name());
        names.add(actor.code());
        return names;
    }

    /// What stands for a first-level area of a source: its code, or the text where the pack has
    /// none.
    public String areaOf(String adm1) {
        var found = areas.named(adm1).stream().filter(area -> area.level().equals(FIRST)).toList();
        return found.size() == 1
                ? found.getFirst().code()
                : holder(adm1, FIRST).map(Area::code).orElse(adm1);
    }

    /// The area of a level that is, or holds, the one with this code.
    private Optional<Area> holder(String code, String level) {
        return areas.path(code).stream().filter(area -> area.level().equals(level)).findFirst();
    }

    /// A place of the gazetteer as something that happened there has it: with the names of the
    /// areas in which it lies, as far as the pack knows them.
    ///
    /// @param name as it was typed
    public Site siteOf(org.vigie.geo.Place place, String name) {
        var code = place.area();
        boolean known = code != null && areas.find(code).isPresent();
        return new Site(
                place.name().isEmpty() ? name : place.name(),
                place.position(),
                place.precision(),
                place.id(),
                known ? nameAt(code, FIRST) : code,
                known ? nameAt(code, SECOND) : null,
                known ? nameAt(code, COUNTRY) : null);
    }

    private @Nullable String nameAt(@Nullable String code, String level) {
        return code == null ? null : holder(code, level).map(Area::name).orElse(null);
    }

    /// The name of a first-level area of a source: the pack's, or the text where the pack has none.
    public String nameOf(String adm1) {
        return areas.find(areaOf(adm1)).map(Area::name).orElse(adm1);
    }

    /// Whether the mission has sectors.
    public boolean hasSectors() {
        return !areas.atLevel(SECTOR).isEmpty();
    }

    /// The name of the mission's sector in which a place lies, by the areas that its source names;
    /// empty where the source names none, or no sector lists it. A sector that lists a second-level
    /// area beats one that lists the first-level area around it.
    public Optional<String> findSector(Site site) {
        var first = site.adm1() == null ? "" : areaOf(site.adm1());
        var second =
                site.adm2() == null
                        ? List.<Area>of()
                        : areas.named(site.adm2()).stream()
                                .filter(area -> area.level().equals(SECOND))
                                .filter(area ->
                                        first.isEmpty() || areas.isWithin(area.code(), first))
                                .toList();
        var narrow =
                second.size() == 1 ? sectorOf(second.getFirst().code()) : Optional.<String>empty();
        return narrow.or(() -> sectorOf(first));
    }

    private Optional<String> sectorOf(String code) {
        return areas.atLevel(SECTOR).stream()
                .filter(sector -> members.getOrDefault(sector.code(), List.of()).contains(code))
                .map(Area::name)
                .findFirst();
    }

    /// The part of the country with this code or name; a sector is what it holds. Empty where the
    /// pack has no such area, or several of which none holds the others.
    public Optional<Purview> findPurview(String asked) {
        var codes = new TreeSet<String>();
        administrative(asked).forEach(area -> codes.add(area.code()));
        if (codes.isEmpty()) {
            var named = sectors(asked);
            return named.size() == 1
                    ? purview(asked, Set.copyOf(members.getOrDefault(named.getFirst(), List.of())))
                    : Optional.empty();
        }
        var outer =
                codes.stream()
                        .filter(code ->
                                codes.stream()
                                        .noneMatch(holder ->
                                                !holder.equals(code)
                                                        && areas.isWithin(code, holder)))
                        .collect(Collectors.toSet());
        return outer.size() == 1 ? purview(asked, outer) : Optional.empty();
    }

    /// The same, of one that there is.
    ///
    /// @throws BadInput when the pack has no such area, with names that are near
    public Purview purview(String asked) {
        return findPurview(asked)
                .orElseThrow(() ->
                        new BadInput(
                                "area",
                                asked,
                                "the code or name of one area of the mission pack"
                                        + nearWords(near(asked, areaNames(Words.of(List.of()))))));
    }

    private static String nearWords(List<String> near) {
        return near.isEmpty() ? "" : " (near: " + String.join(", ", near) + ")";
    }

    private Optional<Purview> purview(String asked, Set<String> codes) {
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Purview.of(areas.find(asked).map(Area::name).orElse(asked), areas, codes));
    }

    /// A name that nobody knows, and names that are near.
    ///
    /// @param field `area` or `actor`
    public record Stranger(String field, String name, List<String> near) {

        public Stranger {
            near = List.copyOf(near);
        }

        /// As a refusal.
        public BadInput refusal() {
            return new BadInput(
                    field,
                    name,
                    "one that the mission pack or an incident names" + nearWords(near));
        }
    }

    /// A filter with the spellings of its area and actor, and which of the two nobody knows.
    public record Looked(Filter filter, List<Stranger> strangers) {

        public Looked {
            strangers = List.copyOf(strangers);
        }
    }

    /// A filter with the spellings of its area and actor among these incidents.
    ///
    /// @throws BadInput when neither the names nor the incidents know it, with names that are near
    public Filter spell(Filter filter, Incidents incidents) {
        var looked = look(filter, incidents);
        for (var stranger : looked.strangers()) {
            throw stranger.refusal();
        }
        return looked.filter();
    }

    /// The same; what nobody knows stays as it is, matches nothing, and is told.
    public Looked look(Filter filter, Incidents incidents) {
        var strangers = new ArrayList<Stranger>();
        var spelled = Spellings.BY_THE_LETTER;
        var area = filter.area();
        if (area != null && !area.equals(By.UNKNOWN)) {
            var words = Words.of(incidents.places());
            spelled = areasSpelled(area, words);
            if (!knowsArea(area, words, spelled)) {
                strangers.add(new Stranger("area", area, near(area, areaNames(words))));
            }
        }
        var actor = filter.actor();
        if (actor != null && !actor.equals(By.UNKNOWN)) {
            var written = incidents.actors();
            var same = namesOfActor(actor);
            spelled = spelled.ofActors(having(written, name -> same.contains(Areas.plain(name))));
            if (spelled.actors().isEmpty() && actors.stream().noneMatch(one -> calls(one, actor))) {
                var all = new TreeSet<>(written);
                actors.forEach(all::addAll);
                strangers.add(new Stranger("actor", actor, near(actor, all)));
            }
        }
        return new Looked(filter.spelled(spelled), strangers);
    }

    /// The names of areas that the incidents have.
    private record Words(Set<String> first, Set<String> second, Set<String> countries) {

        static Words of(Collection<Place> places) {
            return new Words(
                    each(places, Place::adm1),
                    each(places, Place::adm2),
                    each(places, Place::country));
        }

        private static Set<String> each(Collection<Place> places, Function<Place, String> name) {
            var names = new TreeSet<String>();
            places.stream().map(name).filter(text -> !text.isEmpty()).forEach(names::add);
            return names;
        }

        boolean nothing(Predicate<String> test) {
            return Stream.of(first, second, countries).flatMap(Set::stream).noneMatch(test);
        }

        Spellings that(Predicate<String> test) {
            return new Spellings(
                    having(first, test), having(second, test), having(countries, test), Set.of());
        }
    }

    private Spellings areasSpelled(String asked, Words words) {
        Predicate<String> verbatim = name -> Areas.plain(name).equals(Areas.plain(asked));
        boolean written = !words.nothing(verbatim);
        var codes = new HashSet<String>();
        for (var area : administrative(asked)) {
            if (!written || !words.that(verbatim).level(area.level()).isEmpty()) {
                codes.add(area.code());
            }
        }
        if (codes.isEmpty() && !written) {
            sectors(asked).forEach(sector -> codes.addAll(members.getOrDefault(sector, List.of())));
        }
        if (codes.isEmpty()) {
            var bare = Areas.bare(asked);
            return words.that(written ? verbatim : name -> Areas.bare(name).equals(bare));
        }
        return new Spellings(
                having(words.first(), name -> verbatim.test(name) || names(name, FIRST, codes)),
                having(words.second(), name -> verbatim.test(name) || names(name, SECOND, codes)),
                having(
                        words.countries(),
                        name -> verbatim.test(name) || names(name, COUNTRY, codes)),
                Set.of());
    }

    /// The areas that are meant, sectors and what is larger than a country aside.
    private List<Area> administrative(String asked) {
        var words = Set.copyOf(List.of(Areas.folded(asked).split(" ", -1)));
        boolean small = words.stream().anyMatch(SMALL::contains);
        boolean large = !small && words.stream().anyMatch(LARGE::contains);
        return Stream.concat(code(asked).stream(), areas.named(asked).stream())
                .filter(area -> area.level().matches("[0-3]"))
                .filter(area -> !small || area.level().matches("[23]"))
                .filter(area -> !large || area.level().equals(FIRST))
                .distinct()
                .toList();
    }

    private Optional<Area> code(String asked) {
        return areas.all().stream().filter(a -> a.code().equalsIgnoreCase(asked)).findFirst();
    }

    private List<String> sectors(String asked) {
        return Stream.concat(code(asked).stream(), areas.named(asked).stream())
                .filter(area -> area.level().equals(SECTOR))
                .map(Area::code)
                .distinct()
                .toList();
    }

    private boolean names(String written, String level, Set<String> codes) {
        return areas.named(written).stream()
                .anyMatch(area -> area.level().equals(level) && codes.contains(area.code()));
    }

    private boolean knowsArea(String asked, Words words, Spellings spelled) {
        return spelled.ofArea()
                || code(asked).isPresent()
                || !areas.named(asked).isEmpty()
                || !words.nothing(name -> name.equalsIgnoreCase(asked));
    }

    private Set<String> namesOfActor(String asked) {
        var same = new HashSet<String>();
        same.add(Areas.plain(asked));
        actors.stream()
                .filter(one -> calls(one, asked))
                .forEach(one -> one.forEach(name -> same.add(Areas.plain(name))));
        return same;
    }

    private static boolean calls(Set<String> names, String asked) {
        return names.stream().anyMatch(name -> Areas.plain(name).equals(Areas.plain(asked)));
    }

    private Set<String> areaNames(Words words) {
        var all = new TreeSet<String>();
        areas.all().forEach(area -> all.addAll(area.names()));
        all.addAll(words.first());
        all.addAll(words.second());
        all.addAll(words.countries());
        return all;
    }

    private static Set<String> having(Set<String> names, Predicate<String> test) {
        var found = new TreeSet<String>();
        names.stream().filter(test).forEach(found::add);
        return found;
    }

    private static List<String> near(String asked, Set<String> names) {
        return Near.to(asked, names, NEAR_MAX);
    }
}
