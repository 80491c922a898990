package org.vigie.roads;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMReader;
import com.graphhopper.routing.AStar;
import com.graphhopper.routing.OSMReaderConfig;
import com.graphhopper.routing.ev.EncodedValue;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValueImpl;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.OSMParsers;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RAMDirectory;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geo.BadInput;
import org.vigie.geo.Outline;
import org.vigie.geo.Position;
import org.vigie.geo.RoadWays;
import org.vigie.geo.Saying;
import org.vigie.geo.TravelWords;
import org.vigie.roads.RoadTags.Kind;

/// The roads of an OpenStreetMap extract, and the fastest way along them.
///
/// What it means to an officer: how long the road is, and how much of it is tar. The map knows
/// nothing of bombs, roadblocks or a bridge that was blown up last week.
///
/// How: GraphHopper reads the extract into a graph; a search by A* finds the way that takes the
/// least time at 56 km/h on tar and 27 km/h elsewhere, the middles of the ranges of the model of
/// travel. Ends that lie apart from roads are joined to the nearest one in a straight line.
///
/// When it must not be trusted: where the map is empty, which in the Sahel is not where there is no
/// road; and on surfaces, which it mostly does not say.
///
/// Source: OpenStreetMap, © its contributors, ODbL. Cost: an extract is read once, into memory; a
/// way is found in milliseconds and remembered.
public final class RoadMap implements RoadWays {

    /// Further than this from a road a place is not on the map of roads.
    public static final double NEAR_KM = 10;

    /// Ways that are remembered: more than there are pairs of a base and a place in a day's work.
    private static final int REMEMBERED_MAX = 4_096;

    private static final double PAVED_KMH = 56;
    private static final double TRACK_KMH = 27;
    private static final double METRES = 1_000;

    private final BaseGraph graph;
    private final IntEncodedValue kinds;
    private final LocationIndexTree index;
    private final Components components;

    private final Map<Asked, Way> remembered =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Asked, Way> eldest) {
                    return size() > REMEMBERED_MAX;
                }
            };

    private record Asked(Position from, Position to, List<List<Position>> closed) {}

    private RoadMap(BaseGraph graph, IntEncodedValue kinds) {
        this.graph = graph;
        this.kinds = kinds;
        this.index = new LocationIndexTree(graph, new RAMDirectory());
        index.setMaxRegionSearch(
                (int) Math.ceil(NEAR_KM * METRES / index.getMinResolutionInMeter()));
        index.prepareIndex();
        this.components = Components.of(graph);
    }

    /// The extract that lies in a data folder under the name of one: `roads.osm.pbf` or
    /// `roads.osm`.
    public static Optional<Path> findIn(Path folder) {
        return List.of("roads.osm.pbf", "roads.osm").stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// Reads an extract, `.osm` or `.osm.pbf`.
    ///
    /// @throws BadInput when it is none, is cut off, or has no road
    public static RoadMap read(Path file) throws IOException {
        OsmFile.check(file);
        var kinds = new IntEncodedValueImpl("vigie_road", 3, false);
        var bits = new EncodedValue.InitializerConfig();
        kinds.init(bits);
        var graph =
                new BaseGraph.Builder(bits.getRequiredBytes()).setDir(new RAMDirectory()).create();
        var parsers =
                new RoadsAlone()
                        .addWayTagParser((edge, access, way, relation) ->
                                kinds.setInt(false, edge, access, RoadTags.kind(way).code()));
        try {
            new OSMReader(graph, parsers, new OSMReaderConfig().setParseWayNames(false))
                    .setFile(file.toFile())
                    .readGraph();
        } catch (RuntimeException e) {
            throw OsmFile.broken(file, e);
        }
        if (graph.getEdges() == 0) {
            throw OsmFile.broken(file, null);
        }
        return new RoadMap(graph, kinds);
    }

    /// Keeps ways that vehicles drive on.
    private static final class RoadsAlone extends OSMParsers {
        @Override
        public boolean acceptWay(ReaderWay way) {
            return RoadTags.kind(way) != Kind.NO_ROAD;
        }
    }

    /// How many stretches of road it holds.
    public int stretches() {
        return graph.getEdges();
    }

    @Override
    public synchronized Way find(Position from, Position to, List<List<Position>> closed) {
        return remembered.computeIfAbsent(new Asked(from, to, List.copyOf(closed)), this::search);
    }

    private Way search(Asked asked) {
        var first = near(asked.from(), EdgeFilter.ALL_EDGES);
        var last = near(asked.to(), EdgeFilter.ALL_EDGES);
        if (first.isEmpty() || last.isEmpty()) {
            return absent(TravelWords.NO_ROAD_NEAR);
        }
        var ends = joined(asked, first.get(), last.get());
        if (ends.isEmpty()) {
            return absent(TravelWords.NO_ROAD_BETWEEN);
        }
        var from = ends.get().from();
        var to = ends.get().to();
        var roads = QueryGraph.create(graph, from, to);
        var path =
                new AStar(roads, new ByTime(asked.closed()), TraversalMode.NODE_BASED)
                        .calcPath(from.getClosestNode(), to.getClosestNode());
        if (!path.isFound() || Double.isInfinite(path.getWeight())) {
            return absent(
                    asked.closed().isEmpty()
                            ? TravelWords.NO_ROAD_BETWEEN
                            : TravelWords.NO_ROAD_OPEN);
        }
        return along(path.calcEdges(), (from.getQueryDistance() + to.getQueryDistance()) / METRES);
    }

    private static Way.Absent absent(TravelWords why) {
        return new Way.Absent(Saying.of(why, Math.round(NEAR_KM)));
    }

    private Way along(List<EdgeIteratorState> stretches, double offRoadKm) {
        double paved = 0;
        double track = 0;
        double unsaid = 0;
        for (var stretch : stretches) {
            double km = stretch.getDistance() / METRES;
            var kind = kind(stretch);
            if (kind.paved()) {
                paved += km;
            } else {
                track += km;
            }
            unsaid += kind.taken() ? km : 0;
        }
        return new Way.Along(paved, track, unsaid, offRoadKm);
    }

    private Kind kind(EdgeIteratorState stretch) {
        return Kind.ofCode(stretch.get(kinds));
    }

    private record Ends(Snap from, Snap to) {}

    /// Both ends on roads that are joined to each other: where the nearest are not, the one or the
    /// other end goes to the nearest that is.
    private Optional<Ends> joined(Asked asked, Snap first, Snap last) {
        int here = components.of(first.getClosestEdge());
        int there = components.of(last.getClosestEdge());
        if (here == there) {
            return Optional.of(new Ends(first, last));
        }
        var other = near(asked.to(), edge -> components.of(edge) == here);
        var back = near(asked.from(), edge -> components.of(edge) == there);
        return other.map(to -> new Ends(near(asked.from(), EdgeFilter.ALL_EDGES).orElseThrow(), to))
                .filter(ends ->
                        back.isEmpty()
                                || ends.to().getQueryDistance() - last.getQueryDistance()
                                        <= back.get().getQueryDistance() - first.getQueryDistance())
                .or(() -> back.map(from -> new Ends(from, last)));
    }

    private Optional<Snap> near(Position at, EdgeFilter filter) {
        var snap = index.findClosest(at.latitude(), at.longitude(), filter);
        return snap.isValid() && snap.getQueryDistance() <= NEAR_KM * METRES
                ? Optional.of(snap)
                : Optional.empty();
    }

    /// Least time first; no way through what is closed.
    private final class ByTime extends Plain {

        private final List<List<Position>> closed;

        ByTime(List<List<Position>> closed) {
            this.closed = closed;
        }

        @Override
        public double calcMinWeightPerDistance() {
            return 1 / PAVED_KMH;
        }

        @Override
        public double calcEdgeWeight(EdgeIteratorState stretch, boolean reverse) {
            return shut(stretch)
                    ? Double.POSITIVE_INFINITY
                    : stretch.getDistance() / (kind(stretch).paved() ? PAVED_KMH : TRACK_KMH);
        }

        private boolean shut(EdgeIteratorState stretch) {
            if (closed.isEmpty()) {
                return false;
            }
            var points = stretch.fetchWayGeometry(FetchMode.ALL);
            for (int i = 1; i < points.size(); i++) {
                var a = new Position(points.getLat(i - 1), points.getLon(i - 1));
                var b = new Position(points.getLat(i), points.getLon(i));
                if (closed.stream().anyMatch(outline -> Outline.crosses(outline, a, b))) {
                    return true;
                }
            }
            return false;
        }
    }
}
