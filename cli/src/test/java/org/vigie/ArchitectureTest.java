package org.vigie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vigie.ImportTable.row;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may import whom. This table is the architecture: ARCHITECTURE.md explains it, here it is
/// enforced.
///
/// A row names one package below `org.vigie`; `name..` in a right-hand side means that package and
/// all below it. Packages not yet written have their row already. A package without a row does not
/// build: add the row on purpose. Everyone may import the JDK (but see `ForbiddenCalls`) and
/// JSpecify.
final class ArchitectureTest {

    private static final String[] CORE = {
        "geo",
        "record",
        "warn",
        "plan",
        "plan.posture",
        "plan.medical",
        "plan.activity",
        "assess",
        "register",
        "restrict",
        "force",
        "search",
        "weigh",
        "simulate",
        "share",
        "watch"
    };
    private static final String[] FACTS = {
        "geo", "record", "share", "assess", "register", "restrict", "force"
    };
    private static final String[] SERVER_COMMONS = {
        "server.access", "server.live", "server.picture"
    };

    private static final String JACKSON = "tools.jackson";
    private static final String JACKSON_STREAM = "tools.jackson.core";
    private static final String JSON_ANNOTATIONS = "com.fasterxml.jackson.annotation";
    private static final String SPRING = "org.springframework";
    private static final String SERVLET = "jakarta";
    private static final String LOGGING = "org.slf4j";

    private static final ImportTable TABLE =
            new ImportTable(
                    // core: the mission in plain Java. warn and plan do not know each other.
                    row("geo").uses("org.locationtech.jts"),
                    row("record").imports("geo"),
                    row("warn").imports("record", "geo"),
                    row("plan").imports("record", "geo", "restrict"),
                    row("plan.posture").imports("plan", "record", "geo"),
                    row("plan.medical").imports("plan", "record", "geo"),
                    row("plan.activity").imports("plan", "record", "geo", "restrict"),
                    row("assess").imports("record", "geo"),
                    row("register").imports("record", "geo", "search"),
                    row("restrict").imports("record", "geo"),
                    row("force").imports("plan", "register", "record", "geo"),
                    row("search").imports("record", "geo"),
                    row("weigh").imports("record", "geo", "search"),
                    row("simulate").imports("record", "geo", "warn", "plan", "assess"),
                    row("share").imports("record", "geo"),
                    row("watch").imports("record", "geo", "warn", "restrict", "assess", "share"),
                    row("vault").imports("record"),

                    // roads: the way along the roads of a map, behind the interface of geo.
                    row("roads").imports("geo").uses("com.graphhopper"),

                    // solve: native solvers behind the interface of plan.posture, and nothing else.
                    row("solve").imports("plan.posture", "geo").uses("com.google.ortools"),

                    // exchange: one format never imports another; csv and words are what formats
                    // share.
                    row("exchange").imports(FACTS).imports("exchange.."),
                    row("exchange.imports")
                            .imports(FACTS)
                            .uses("de.siegmar.fastcsv", "org.dhatim.fastexcel.reader")
                            .uses(JACKSON_STREAM),
                    row("exchange.csv").imports(FACTS).uses("de.siegmar.fastcsv"),
                    row("exchange.words")
                            .imports(FACTS)
                            .imports("plan", "plan.posture", "plan.medical", "plan.activity")
                            .uses("com.google.errorprone.annotations"),
                    format("exchange.acled"),
                    // A plan is given as a calendar too, in the same lines as what is due.
                    format("exchange.activities").imports("plan.activity", "exchange.calendar"),
                    format("exchange.brief")
                            .imports("exchange.render")
                            .uses(
                                    "com.openhtmltopdf",
                                    "org.apache.pdfbox",
                                    "org.w3c.dom",
                                    "org.xml.sax"),
                    format("exchange.calendar").imports("warn"),
                    // Of out, the way to write text as XML.
                    format("exchange.cap").imports("exchange.out"),
                    format("exchange.cot"),
                    // The only package that opens a connection: java.net.http and mail are a rule
                    // of their own.
                    row("exchange.fetch")
                            .imports(FACTS)
                            .uses(JACKSON_STREAM, "jakarta.mail", "org.eclipse.angus.mail"),
                    format("exchange.forecasts"),
                    format("exchange.geojson"),
                    format("exchange.geonames"),
                    format("exchange.geopko"),
                    format("exchange.hxl"),
                    format("exchange.lanes"),
                    // What a letter says; it is sent by fetch.
                    format("exchange.mail").imports("warn", "exchange.calendar"),
                    format("exchange.mapped"),
                    format("exchange.ocha"),
                    // A form that is filled in becomes the same message as a text message does.
                    format("exchange.openrosa").imports("exchange.lanes"),
                    format("exchange.out")
                            .imports("exchange", "plan.posture")
                            .uses("org.dhatim.fastexcel"),
                    format("exchange.packs"),
                    // A paper has the looks of a brief.
                    format("exchange.papers")
                            .imports("exchange.brief", "exchange.out", "exchange.render", "watch"),
                    // The JDK decodes, the library reads EXIF, and nobody else does either.
                    format("exchange.photographs").uses("com.drew"),
                    format("exchange.render"),
                    // A list of requests is held against the sectors of the packs that are held.
                    format("exchange.restrictions").imports("exchange.packs"),
                    format("exchange.ucdp"),
                    format("exchange.un"),

                    // store: the ledger in PostgreSQL. Canonical JSON is written as a stream, so no
                    // databind.
                    row("store")
                            .imports("record", "vault", "geo")
                            .uses(
                                    "org.postgresql",
                                    "org.flywaydb",
                                    "org.tukaani.xz",
                                    "org.apache.commons.compress",
                                    "com.sun.security.auth.module"),
                    row("store.ledger")
                            .imports("record", "vault", "geo", "share", "store")
                            .uses("org.postgresql")
                            .uses(JACKSON_STREAM),
                    row("store.access").imports("record", "geo", "store"),
                    row("store.hooks").imports("geo", "share"),

                    // server: a feature knows the commons and no other feature. Only cases opens
                    // the vault.
                    row("server")
                            .imports(CORE)
                            .imports("roads", "store..", "exchange..", "server..")
                            .uses(SPRING, SERVLET, LOGGING, "com.zaxxer.hikari"),
                    // What the container refuses is answered in our words too.
                    feature("server.access")
                            .uses("org.apache.catalina", "org.apache.juli.logging")
                            .uses("org.bouncycastle.crypto", "io.nayuki.qrcodegen"),
                    feature("server.hooks"),
                    feature("server.live"),
                    feature("server.picture"),
                    feature("server.admin"),
                    feature("server.cases").imports("vault"),
                    feature("server.dispatch"),
                    // The pages of an import stand with the other pages.
                    feature("server.intake").uses("org.apache.tomcat.util.http.fileupload"),
                    feature("server.lite").imports("server.intake", "server.live", "solve"),
                    feature("server.lanes").uses("org.apache.tomcat.util.http.fileupload"),
                    feature("server.reports"),
                    feature("server.share"),
                    feature("server.visits"),
                    feature("server.watch"),

                    // cli: never the server, never the vault. It prints JSON as a stream, so no
                    // databind.
                    row("cli")
                            .imports(CORE)
                            .imports("roads", "solve", "store..", "exchange..")
                            .uses("picocli", JACKSON_STREAM));

    private static ImportTable.Row format(String name) {
        return row(name)
                .imports(FACTS)
                .imports("exchange.csv", "exchange.imports", "exchange.words")
                .uses(
                        JACKSON,
                        JSON_ANNOTATIONS,
                        "de.siegmar.fastcsv",
                        "com.google.errorprone.annotations");
    }

    private static ImportTable.Row feature(String name) {
        return row(name)
                .imports(CORE)
                .imports("store..", "exchange..")
                .imports(SERVER_COMMONS)
                .uses(SPRING, SERVLET, LOGGING, JACKSON, JSON_ANNOTATIONS);
    }

    private static JavaClasses classes;

    @BeforeAll
    static void read_what_was_compiled() {
        classes = new ClassFileImporter().importPaths(Repository.compiledClasses());
    }

    @Test
    void every_unit_was_compiled_before_it_is_judged() {
        assertEquals(List.of(), Repository.unitsWithoutClasses());
    }

    @Test
    void every_package_has_its_row() {
        assertEquals(List.of(), TABLE.packagesWithoutRow(classes));
    }

    @Test
    void no_package_imports_more_than_its_row_allows() {
        assertEquals(List.of(), TABLE.breaches(classes));
    }

    @Test
    void only_one_package_opens_a_connection_to_other_machines() {
        var callers =
                classes.stream()
                        .filter(type ->
                                type.getDirectDependenciesFromSelf().stream()
                                        .map(use -> use.getTargetClass().getPackageName())
                                        .anyMatch(used ->
                                                used.startsWith("java.net.http")
                                                        || used.startsWith("jakarta.mail")))
                        .map(type -> type.getPackageName())
                        .distinct()
                        .sorted()
                        .toList();
        assertEquals(List.of("org.vigie.exchange.fetch"), callers);
    }

    /// Withheld entries are open to these alone: an import that compares, a form that lets one go,
    /// and the check that a form sent twice is written once.
    @Test
    void nobody_else_reads_what_is_withheld() {
        var callers =
                classes.stream()
                        .filter(type -> !type.getSimpleName().endsWith("Test"))
                        .filter(type ->
                                type.getMethodCallsFromSelf().stream()
                                        .anyMatch(call ->
                                                call.getTarget()
                                                        .getFullName()
                                                        .equals(
                                                                "org.vigie.record.Viewer.keeper()")))
                        .map(type -> type.getName())
                        .sorted()
                        .toList();
        assertEquals(
                List.of(
                        "org.vigie.cli.Erase",
                        "org.vigie.exchange.imports.Holdings",
                        "org.vigie.server.lite.FatalitiesController",
                        "org.vigie.server.lite.Pen",
                        "org.vigie.store.ledger.Erasure"),
                callers);
    }

    @Test
    void the_table_finds_a_breach() {
        var withoutPicocli = new ImportTable(row("cli"));
        var breaches = withoutPicocli.breaches(classes);
        assertTrue(
                breaches.contains(
                        "org.vigie.cli.Main uses picocli.CommandLine: row 'cli' does not allow it"),
                breaches::toString);
    }

    @Test
    void time_chance_and_threads_come_from_the_heads() {
        assertEquals(List.of(), ForbiddenCalls.in(classes));
    }
}
