package org.vigie.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.LaneBook;
import org.vigie.record.Lanes;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Severity;
import org.vigie.store.ledger.Store;

/// The watch under load, by the server as it is shipped, in a process of its own: how long a page
/// of the inbox takes, and how soon after its receipt a report is on every watcher's screen.
///
/// A report is on a screen when the event that counts it has come in there. Reports are sent one
/// after the other, so the k-th receipt is the k-th of the count; watchers, sender and server share
/// the machine.
final class WatchBench {

    private static final String LANE = "bench";
    private static final String KEY = "a-key-of-the-bench";
    private static final int BATCH = 5_000;
    private static final int PAGES = 200;
    private static final int WATCHERS = 200;
    private static final int PER_SECOND = 50;
    private static final int SECONDS = 20;
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Pattern ADDRESS = Pattern.compile("answers at (http://[^/\\s]+)");
    private static final Pattern WAITING = Pattern.compile("\"waiting\":(\\d+)");

    private final int reports;
    private final String launcher;
    private final Measured measured = new Measured();
    private final HttpClient client = HttpClient.newHttpClient();

    /// @param reports in the inbox before anybody looks
    /// @param launcher the program `vigie`
    WatchBench(int reports, String launcher) {
        this.reports = reports;
        this.launcher = launcher;
    }

    Measured run() throws Exception {
        var folder = Files.createTempDirectory("vigie-bench");
        try {
            var data = folder.resolve("data");
            try (var store = Store.open(data)) {
                fill(store);
            }
            measured.put("reports", reports);
            var log = folder.resolve("up.log");
            var server =
                    new ProcessBuilder(
                                    launcher, "up", "--data", data.toString(), "--port", "0",
                                    "--mission", "ostrelle")
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            try {
                var address = address(server, log);
                inbox(address);
                screens(address);
            } finally {
                server.destroy();
                server.waitFor(1, TimeUnit.MINUTES);
            }
            return measured;
        } finally {
            ImportBench.delete(folder);
        }
    }

    private void fill(Store store) throws Exception {
        var ledger = store.ledger(false).ledger();
        var chance = new Random(1);
        var now = Instant.now();
        var entries = new ArrayList<Entry>();
        entries.add(
                entry(
                        "lane",
                        LaneBook.subject(LANE),
                        now,
                        new Lanes.LaneOpened(
                                LANE, Lanes.Kind.SMS, sha256(), 6_000, Site.named("Bench"))));
        for (int i = 0; i < reports; i++) {
            var report = Ids.subject("bench-report", "" + i);
            var at = now.minusSeconds(30L * (reports - i));
            entries.add(entry("report-" + i, report, at, report(i, chance)));
            if (chance.nextInt(3) == 0) {
                var status =
                        chance.nextBoolean()
                                ? Warnings.Verification.FALSE
                                : Warnings.Verification.CONFIRMED;
                entries.add(
                        entry("verified-" + i, report, at, new Warnings.ReportVerified(status, "")));
            }
            if (entries.size() >= BATCH) {
                ledger.append(entries);
                entries.clear();
            }
        }
        ledger.append(entries);
    }

    private static Body report(int number, Random chance) {
        var severities =
                new Severity[] {
                    Severity.NOT_ASSESSED, Severity.LOW, Severity.MEDIUM, Severity.HIGH,
                    Severity.CRITICAL
                };
        return new Warnings.ReportReceived(
                "sms",
                Site.named("Village " + chance.nextInt(500)),
                "armed men on motorcycles near the market, message " + number,
                "about " + chance.nextInt(1_000) + " people",
                "armed men near the market",
                severities[chance.nextInt(severities.length)],
                ActorClass.UNKNOWN,
                new Grade('F', 6),
                false);
    }

    private static Entry entry(String id, java.util.UUID subject, Instant at, Body body) {
        return new Entry(
                Ids.subject("bench-entry", id),
                subject,
                body instanceof Lanes ? null : Happened.at(at),
                body instanceof Lanes ? null : at,
                "bench",
                Component.OPERATIONS_CENTRE,
                body instanceof Lanes ? Handling.MISSION : Handling.PROTECTION,
                Origin.hand(),
                null,
                body);
    }

    private static String sha256() throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(KEY.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static String address(Process server, Path log) throws Exception {
        long end = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < end && server.isAlive()) {
            var found = ADDRESS.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(50);
        }
        throw new IOException("the server does not answer: " + Files.readString(log));
    }

    /// Pages of the inbox, each tenth after a report that has just come in.
    private void inbox(String address) throws Exception {
        var times = new double[PAGES];
        for (int i = -20; i < PAGES; i++) {
            if (i % 10 == 0) {
                send(address, "page-" + i);
            }
            int from = Math.floorMod(i, 4) == 0 ? 0 : Math.floorMod(i * 997, reports / 2);
            long started = System.nanoTime();
            var page =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(address + "/lite/watch?waiting=" + from))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() != 200 || !page.body().contains("/lite/reports/")) {
                throw new IOException("no page of the inbox: " + page.statusCode());
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - started) / 1e6;
            }
        }
        measured.put("pageMedianMillis", quantile(times, 0.5));
        measured.atMost("pageP95Millis", quantile(times, 0.95), 50);
    }

    /// One event that came in at one watcher.
    private record Seen(long waiting, long nanos) {}

    private void screens(String address) throws Exception {
        var seen = new ArrayList<List<Seen>>();
        try (var watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WATCHERS; i++) {
                List<Seen> events = java.util.Collections.synchronizedList(new ArrayList<>());
                seen.add(events);
                var _ = watchers.submit(() -> listen(address, events));
            }
            while (seen.stream().anyMatch(List::isEmpty)) {
                Thread.sleep(20);
            }
            Thread.sleep(1_000);
            long before = seen.getFirst().getLast().waiting();
            var receipts = sendAll(address);
            Thread.sleep(3_000);
            client.shutdownNow();
            watchers.shutdownNow();
            latencies(seen, before, receipts);
        }
    }

    private void latencies(List<List<Seen>> seen, long before, long[] receipts) {
        var latencies = DoubleStream.builder();
        long lost = 0;
        for (var events : seen) {
            int at = 0;
            for (int k = 0; k < receipts.length; k++) {
                while (at < events.size() && events.get(at).waiting() < before + k + 1) {
                    at++;
                }
                if (at == events.size()) {
                    lost++;
                } else {
                    latencies.add(Math.max(0, (events.get(at).nanos() - receipts[k]) / 1e6));
                }
            }
        }
        var all = latencies.build().toArray();
        measured.put("watchers", seen.size());
        measured.put("reportsSent", receipts.length);
        measured.put(
                "reportsPerSecond",
                (receipts.length - 1) * 1e9 / (receipts[receipts.length - 1] - receipts[0]));
        measured.atMost("reportsNotOnAScreen", (double) lost, 0);
        measured.put("onScreenMedianMillis", quantile(all, 0.5));
        measured.atMost("onScreenP99Millis", quantile(all, 0.99), 250);
    }

    /// When each receipt came, in order.
    private long[] sendAll(String address) throws Exception {
        var receipts = new long[PER_SECOND * SECONDS];
        long begin = System.nanoTime();
        for (int i = 0; i < receipts.length; i++) {
            long due = begin + i * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                Thread.sleep(1);
            }
            send(address, "load-" + i);
            receipts[i] = System.nanoTime();
        }
        return receipts;
    }

    private void send(String address, String id) throws Exception {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(address + "/intake/" + LANE))
                                .header("Authorization", "Bearer " + KEY)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "id=" + id + "&text=warning+" + id))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    private Void listen(String address, List<Seen> events) throws Exception {
        var stream =
                client.send(
                        HttpRequest.newBuilder(URI.create(address + "/live")).build(),
                        HttpResponse.BodyHandlers.ofLines());
        stream.body()
                .forEach(line -> {
                    var waiting = WAITING.matcher(line);
                    if (waiting.find()) {
                        events.add(
                                new Seen(Long.parseLong(waiting.group(1)), System.nanoTime()));
                    }
                });
        return null;
    }

    private static double quantile(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(share * sorted.length))];
    }
}
