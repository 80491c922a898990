package org.vigie.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.vigie.exchange.packs.MapShape;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackFiles;
import org.vigie.exchange.packs.PackLoader;
import org.vigie.exchange.packs.PackNames;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.words.Language;
import org.vigie.geo.BadInput;
import org.vigie.geo.Gazetteer;
import org.vigie.geo.Place;
import org.vigie.geo.RoadWays;
import org.vigie.record.Known;
import org.vigie.record.Site;
import org.vigie.roads.RoadMap;
import org.vigie.server.access.Access;
import org.vigie.server.intake.Incoming;
import org.vigie.server.intake.Intake;
import org.vigie.server.live.Pulse;
import org.vigie.server.picture.Desk;
import org.vigie.server.picture.LedgerClock;
import org.vigie.server.picture.Mission;
import org.vigie.server.picture.PlaceSearch;
import org.vigie.server.picture.Proof;
import org.vigie.store.RunningServer;
import org.vigie.store.access.AccessStore;
import org.vigie.store.access.Accounts;
import org.vigie.store.ledger.Listening;
import org.vigie.store.ledger.Store;
import org.vigie.store.ledger.Verification;

/// Brings the server up: the port, the database, the mission's pack, then the pages. It says on the
/// terminal what it does and how long it took, and in the end where it answers.
final class Launch {

    /// Connections to one ledger. A page needs one for a moment; two cores do not make use of more
    /// than a few.
    private static final int CONNECTIONS_MAX = 8;

    private static final int WATCH_SECONDS = 60;

    /// Then whoever asks is told that the database is away, while they still wait for an answer.
    private static final Duration WAIT_FOR_DATABASE = Duration.ofSeconds(8);

    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    /// Where files lie that nobody has decided about yet, within the data folder.
    private static final String INCOMING = "incoming";

    /// Settled on purpose to be said at each start, in one line.
    static final String HARM_LINE =
            "On this machine, for one user: for exercises and open data. Real reports need sign-in, encryption"
                    + " at rest and a data-protection decision first.";

    /// The same once there are accounts.
    static final String ACCOUNTS_LINE =
            "Everybody signs in. Real reports need encryption at rest and a data-protection decision too; see"
                    + " docs/security.md.";

    private final Settings settings;
    private final InstantSource clock;
    private final PrintStream say;
    private final Instant began;

    Launch(Settings settings, InstantSource clock, PrintStream say) {
        this.settings = settings;
        this.clock = clock;
        this.say = say;
        this.began = clock.instant();
    }

    /// Starts everything and returns when the pages answer.
    void run() throws IOException {
        refuseTakenPort();
        tell("opening the database (the first start unpacks it)");
        var store = open();
        try {
            serve(store);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void serve(Store store) throws IOException {
        var realPool = pool(store.source(false), "real");
        var exercisePool = pool(store.source(true), "exercise");
        var real = store.ledger(false, realPool);
        var exercise = store.ledger(true, exercisePool);
        var pack = Pack.read(PackFiles.of(settings.mission()));
        tell("loading the mission pack " + pack.code());
        PackLoader.requireNoOther(pack, real.ledger());
        PackLoader.load(pack, real.ledger());
        PackLoader.load(pack, exercise.ledger());
        var roads = roads();
        tell("starting the pages");
        var mission = mission(pack);
        var desk =
                new Desk(
                        real.ledger(),
                        exercise.ledger(),
                        mission,
                        places(pack, mission.known()),
                        ofExercise -> verdict(ofExercise ? exercise : real),
                        new LedgerClock(clock, real.ledger(), exercise.ledger()),
                        new SecureRandom(),
                        true,
                        roads);
        var intake =
                new Intake(
                        desk,
                        Incoming.in(settings.data().resolve(INCOMING), clock),
                        ofExercise -> (ofExercise ? exercise : real).files()::keep);
        var accounts = AccessStore.on(realPool);
        var access = Access.on(accounts, clock, new SecureRandom());
        var context =
                VigieServer.start(
                        desk,
                        intake,
                        access,
                        "--server.port=" + settings.port(),
                        "--vigie.data=" + settings.data().toAbsolutePath());
        var port = context.getEnvironment().getProperty("local.server.port", "0");
        var running = RunningServer.here(Integer.parseInt(port));
        running.write(settings.data());
        var telling = new Telling(desk, settings.data(), context.getEnvironment());
        var pulse = context.getBean(Pulse.class);
        var listening =
                List.of(
                        Listening.to(store.source(false), pulse::beat),
                        Listening.to(store.source(true), pulse::beat));
        SpringApplication.getShutdownHandlers()
                .add(
                        new Farewell(
                                List.of(
                                        () -> running.remove(settings.data()),
                                        pulse::close,
                                        telling::close,
                                        () -> listening.forEach(Listening::close),
                                        watch(real, exercise)::shutdownNow,
                                        intake::close,
                                        realPool::close,
                                        exercisePool::close,
                                        store::close)));
        tell("ready");
        say.println(accounts.accounts().any() ? ACCOUNTS_LINE : HARM_LINE);
        sayFirstLink(accounts.accounts(), port);
        say.println("Vigie answers at http://127.0.0.1:" + port + "/lite  (Ctrl-C stops it)");
    }

    /// While nobody has an account, a link that makes the first administrator. It is good once, for
    /// a day, and until the next start.
    private void sayFirstLink(Accounts accounts, @Nullable String port) throws IOException {
        if (!accounts.any()) {
            say.println(
                    "To have people sign in, make the first administrator within 24 hours at http://127.0.0.1:%s/lite/setup?token=%s"
                            .formatted(port, accounts.firstLink(clock.instant())));
        }
    }

    /// The map of the roads that lies in the data folder; without one, or with one that cannot be
    /// read, straight lines with a detour: a bad file must not keep the server down.
    private RoadWays roads() {
        var file = RoadMap.findIn(settings.data());
        if (file.isEmpty()) {
            return RoadWays.NONE;
        }
        tell("reading the roads of " + file.get());
        try {
            var map = RoadMap.read(file.get());
            tell(map.stretches() + " stretches of road");
            return map;
        } catch (BadInput | IOException e) {
            tell("WITHOUT ROADS, straight lines with a detour instead: " + e.getMessage());
            return RoadWays.UNREADABLE;
        }
    }

    /// Looks every minute whether all is sealed, so that nobody can put an entry into a quiet hour
    /// that is over.
    private static ScheduledExecutorService watch(Store.Opened real, Store.Opened exercise) {
        var watch =
                Executors.newSingleThreadScheduledExecutor(
                        work -> Thread.ofPlatform().name("ledger-watch").daemon().unstarted(work));
        for (var ledger : List.of(real, exercise)) {
            var _ =
                    watch.scheduleWithFixedDelay(
                            () -> look(ledger), WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
        }
        return watch;
    }

    private static void look(Store.Opened ledger) {
        try {
            ledger.watch();
        } catch (IOException | RuntimeException trouble) {
            LOG.warn("the ledger could not be looked after: {}", trouble.getMessage());
        }
    }

    /// Before anything is started: a taken port is the commonest trouble, and the plainest to mend.
    private void refuseTakenPort() throws IOException {
        if (settings.port() == 0) {
            return;
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
        } catch (IOException taken) {
            throw new IOException(
                    "Port %s of 127.0.0.1 is taken by another program (Vigie itself, perhaps): choose another with --port."
                            .formatted(settings.port()),
                    taken);
        }
    }

    private Store open() throws IOException {
        var url = settings.databaseUrl();
        return url == null
                ? Store.open(settings.data())
                : Store.open(url, settings.data().resolve("keys"));
    }

    private static HikariDataSource pool(DataSource source, String name) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName(name);
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_FOR_DATABASE.toMillis());
        return new HikariDataSource(config);
    }

    private static Mission mission(Pack pack) {
        var about = pack.mission();
        return new Mission(
                about.shortName(),
                Map.of(Language.EN, about.nameEn(), Language.FR, about.nameFr()),
                about.country(),
                about.fictional(),
                about.timezone(),
                about.hostActor(),
                pack.map().stream().map(Launch::outline).toList(),
                PackNames.of(List.of(pack)));
    }

    private static Outline outline(MapShape shape) {
        boolean area = shape.kind().equals(MapShape.AREA);
        return new Outline(
                shape.code(), shape.name(), area ? level(shape.level()) : -1, shape.paths());
    }

    private static int level(String level) {
        return level.matches("[0-3]") ? Integer.parseInt(level) : 0;
    }

    private static PlaceSearch places(Pack pack, Known known) {
        var gazetteer = Gazetteer.of(pack.places());
        return new PlaceSearch() {
            @Override
            public List<Candidate> search(String text, int limit) {
                return gazetteer.search(text, limit).stream()
                        .map(match -> new Candidate(match.place(), match.why()))
                        .toList();
            }

            @Override
            public Site siteOf(Place place, String name) {
                return known.siteOf(place, name);
            }

            @Override
            public List<Place> all() {
                return pack.places();
            }
        };
    }

    private static Proof.Verdict verdict(Store.Opened opened) throws IOException {
        Verification verification = opened.verify(null, null);
        if (!verification.ok()) {
            return new Proof.Verdict.Broken(sentence(verification.findings()));
        }
        var checkpoint = verification.checkpoint();
        return checkpoint == null
                ? new Proof.Verdict.Absent()
                : new Proof.Verdict.Whole(
                        verification.entries(),
                        verification.checkpoints(),
                        verification.erased().size(),
                        checkpoint);
    }

    private static String sentence(List<Verification.Finding> findings) {
        var first = findings.getFirst();
        var where = first.seq() < 0 ? "" : "entry " + first.seq() + " ";
        var more = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more)";
        return where + first.what() + more;
    }

    private void tell(String what) {
        var seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        say.printf(Locale.ROOT, "vigie: %5.1f s  %s%n", seconds, what);
    }

    /// The way in from the command line.
    static void run(String[] arguments) throws IOException {
        var say = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        new Launch(Settings.of(arguments), InstantSource.system(), say).run();
    }
}
