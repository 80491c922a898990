package org.vigie.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.Finding;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackCheck;
import org.vigie.exchange.packs.PackFiles;
import org.vigie.exchange.packs.PackLoader;
import org.vigie.record.Housekeeping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Mission packs at the command line: `mission check` and `mission load`.
@Command(
        name = "mission",
        mixinStandardHelpOptions = true,
        description = "Check a mission pack, or load it into the ledger.")
final class Missions implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Commands.line(spec);
        line.usage(line.getErr());
        return PlainErrors.REFUSED;
    }

    /// The counts of an import as a JSON object has them.
    static Map<String, Object> counts(Housekeeping.ImportClosed counts) {
        var object = new LinkedHashMap<String, Object>();
        object.put("read", counts.read());
        object.put("added", counts.added());
        object.put("changed", counts.changed());
        object.put("unchanged", counts.unchanged());
        object.put("removed", counts.removed());
        return object;
    }

    static String sentence(Housekeeping.ImportClosed counts) {
        return "%s entries: %s added, %s changed, %s unchanged, %s removed"
                .formatted(
                        counts.read(),
                        counts.added(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.removed());
    }

    /// Says everything that is wrong with a pack. Exit code 0 when it is clean, 1 with findings, 2
    /// when it is no pack at all.
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Say everything that is wrong with a mission pack, with file and line.")
    static final class Check implements Callable<Integer> {

        @Spec private @Nullable CommandSpec spec;

        @Parameters(
                paramLabel = "DIR",
                description = "Folder of the pack, or the name of one that Vigie brings with it.")
        private String mission = "";

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            var files = PackFiles.of(mission);
            var findings = PackCheck.of(files);
            long errors = findings.stream().filter(Finding::isError).count();
            long warnings = findings.size() - errors;
            var out = Commands.line(spec).getOut();
            if (json) {
                var object = new LinkedHashMap<String, Object>();
                object.put("pack", files.name());
                object.put("errors", errors);
                object.put("warnings", warnings);
                object.put("findings", findings.stream().map(Check::object).toList());
                Json.print(out, object);
            } else {
                for (var finding : findings) {
                    var weight = finding.isError() ? "error   " : "warning ";
                    out.println(weight + finding.sentence());
                }
                out.println(
                        findings.isEmpty()
                                ? files.name() + ": nothing to put right"
                                : "%s: %s, %s"
                                        .formatted(
                                                files.name(),
                                                counted(errors, "error"),
                                                counted(warnings, "warning")));
                out.flush();
            }
            return findings.isEmpty() ? 0 : Commands.FINDING;
        }

        private static String counted(long number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }

        private static Map<String, Object> object(Finding finding) {
            var object = new LinkedHashMap<String, Object>();
            object.put("weight", finding.isError() ? "error" : "warning");
            object.put("file", finding.file());
            object.put("line", finding.line());
            object.put("field", finding.field());
            object.put("value", finding.value());
            object.put("advice", finding.advice());
            return object;
        }
    }

    /// Loads a pack; loading it again adds only what changed.
    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = "Load a mission pack into the ledger; again only adds what changed.")
    static final class Load implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Parameters(
                paramLabel = "DIR",
                description = "Folder of the pack, or the name of one that Vigie brings with it.")
        private String mission = "";

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        Load(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var pack = Pack.read(PackFiles.of(mission));
            PackLoader.Loaded loaded;
            try (var open = which.open(head)) {
                if (!which.exercise()) {
                    PackLoader.requireNoOther(pack, open.ledger());
                }
                loaded = PackLoader.load(pack, open.ledger());
            }
            var out = Commands.line(spec).getOut();
            if (json) {
                var object = new LinkedHashMap<String, @Nullable Object>();
                object.put("mission", pack.code());
                object.putAll(counts(loaded.counts()));
                object.put("importId", loaded.importId());
                Json.print(out, object);
            } else {
                out.println(pack.mission().shortName() + ": " + sentence(loaded.counts()));
                for (var warning : pack.warnings()) {
                    out.println("warning " + warning.sentence());
                }
                out.flush();
            }
            return 0;
        }
    }

    /// The command with its two.
    static List<Object> subcommands(Head head) {
        return List.of(new Check(), new Load(head));
    }
}
