package org.vigie.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./vigie bench`: the speed goals, each measured beside its anchor in the same run, with the load
/// of the machine. A goal that is missed is said, and gives exit code 1.
@Command(
        name = "vigie bench",
        mixinStandardHelpOptions = true,
        description = "Measure the speed goals beside their anchors.",
        subcommands = {
            Bench.Import.class,
            Bench.Picture.class,
            Bench.PMedians.class,
            Bench.Covering.class,
            Bench.Dispatch.class,
            Bench.Watch.class,
            CommandLine.HelpCommand.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Append and import beside PostgreSQL's COPY; a warning meanwhile; verify.")
    static final class Import implements Callable<Integer> {

        @Option(
                names = "--events",
                defaultValue = "1000000",
                description = "Rows. Default 1000000.")
        private int events;

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            return new Report(json).print(new ImportBench(events).run());
        }
    }

    @Command(
            name = "picture",
            mixinStandardHelpOptions = true,
            description = "The picture: bytes, rebuilding, past and present, the command line.")
    static final class Picture implements Callable<Integer> {

        @Option(
                names = "--events",
                defaultValue = "1000000",
                description = "Rows. Default 1000000.")
        private int events;

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            var launcher = System.getenv("VIGIE_LAUNCHER");
            return new Report(json).print(new PictureBench(events, launcher).run());
        }
    }

    @Command(
            name = "pmedian",
            mixinStandardHelpOptions = true,
            description = "p-median: files of the OR-Library, and a made-up theatre of 200 x 5000.")
    static final class PMedians implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "pmed1.txt and so on.")
        private List<Path> files = List.of();

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            return new Report(json).print(new PMedianBench(files).run());
        }
    }

    @Command(
            name = "covering",
            mixinStandardHelpOptions = true,
            description = "Covering: three solvers, our own, CP-SAT and Timefold on one model.")
    static final class Covering implements Callable<Integer> {

        @Option(
                names = "--seeds",
                defaultValue = "5",
                description = "How many theatres. Default 5.")
        private int seeds;

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            return new Report(json).print(new CoverBench(seeds).run());
        }
    }

    @Command(
            name = "dispatch",
            mixinStandardHelpOptions = true,
            description = "Who can go: equal to brute force, and the time of a decision.")
    static final class Dispatch implements Callable<Integer> {

        @Option(
                names = "--cases",
                defaultValue = "10000",
                description = "Random cases. Default 10000.")
        private int cases;

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public Integer call() {
            return new Report(json).print(new DispatchBench(cases).run());
        }
    }

    @Command(
            name = "watch",
            mixinStandardHelpOptions = true,
            description =
                    "The watch under load: pages of a full inbox, and 200 screens while 50 reports a"
                            + " second come in.")
    static final class Watch implements Callable<Integer> {

        @Option(
                names = "--reports",
                defaultValue = "100000",
                description = "Reports in the inbox. Default 100000.")
        private int reports;

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            var launcher = System.getenv("VIGIE_LAUNCHER");
            if (launcher == null) {
                throw new CommandLine.ParameterException(
                        new CommandLine(this), "start it as ./vigie bench watch");
            }
            return new Report(json).print(new WatchBench(reports, launcher).run());
        }
    }

    /// The exit code of a bench that missed a goal.
    static final int MISSED = 1;
}
