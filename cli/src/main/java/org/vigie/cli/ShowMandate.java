package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.register.MandateRegister;
import org.vigie.register.RegisterSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Says what the Council asked for on a day.
@Command(
        name = "mandate",
        mixinStandardHelpOptions = true,
        description =
                "Which resolution was in force on a day, with its tasks and ceilings, and what it"
                        + " changed against the one before.")
final class ShowMandate implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private RegisterOptions options = new RegisterOptions();

    ShowMandate(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var asked = options.ask(head);
        var register = MandateRegister.of(asked.picture(), asked.day());
        var out = Commands.line(spec).getOut();
        if (options.json()) {
            var sheets = new LinkedHashMap<String, RegisterSheet>();
            for (var name :
                    new RegisterSheet.Name[] {
                        RegisterSheet.Name.MANDATE, RegisterSheet.Name.VOTES
                    }) {
                sheets.put(name.code(), RegisterSheet.of(name, asked.picture(), asked.day()));
            }
            RegisterOptions.print(out, asked, sheets);
            return 0;
        }
        options.begin(out);
        var inForce = register.inForce();
        if (inForce.isEmpty()) {
            out.println("no resolution was in force, as far as was known");
        }
        inForce.forEach(resolution -> one(out, register, resolution));
        if (!register.resolutions().isEmpty()) {
            all(register).print(out);
        }
        RegisterOptions.end(out, asked);
        return 0;
    }

    private static void one(
            PrintWriter out, MandateRegister register, MandateRegister.Resolution resolution) {
        out.println(
                "resolution %s, adopted %s, until %s%s"
                        .formatted(
                                resolution.number(),
                                resolution.adopted(),
                                resolution.until() == null ? "not stated" : resolution.until(),
                                resolution.amends() == null
                                        ? ""
                                        : ", amends " + resolution.amends()));
        out.println("  ceiling: " + ceiling(resolution));
        resolution
                .findVote()
                .ifPresent(vote ->
                        out.println(
                                "  vote: %s in favour, %s against, %s abstained%s"
                                        .formatted(
                                                vote.inFavour(),
                                                vote.against(),
                                                vote.abstained(),
                                                vote.abstaining().isEmpty()
                                                        ? ""
                                                        : " ("
                                                                + String.join(
                                                                        ", ", vote.abstaining())
                                                                + ")")));
        for (var task : resolution.tasks()) {
            out.println("  priority %s: %s".formatted(task.priority(), task.text()));
        }
        register.change(resolution).ifPresent(change -> change(out, change));
    }

    private static void change(PrintWriter out, MandateRegister.Change change) {
        out.println("  changed against " + change.before().number() + ":");
        var more = change.more();
        out.println(
                "    ceiling: "
                        + (more == null
                                ? "cannot tell, one of the two names none"
                                : more == 0 ? "the same" : (more > 0 ? "+" : "") + more));
        change.added().forEach(task -> out.println("    new: " + task.text()));
        change.dropped()
                .forEach(task -> out.println("    not repeated in these words: " + task.text()));
    }

    private static String ceiling(MandateRegister.Resolution resolution) {
        return resolution.ceiling() == null
                ? "none named"
                : "%s military, %s police"
                        .formatted(
                                resolution.military() == null
                                        ? "not stated"
                                        : resolution.military(),
                                resolution.police() == null ? "not stated" : resolution.police());
    }

    private static Table all(MandateRegister register) {
        var table = new Table("resolution", "adopted", "until", "military", "police", "tasks");
        for (var resolution : register.resolutions()) {
            table.add(
                    resolution.number()
                            + (register.inForce().contains(resolution) ? " in force" : ""),
                    resolution.adopted(),
                    resolution.until(),
                    resolution.military(),
                    resolution.police(),
                    resolution.tasks().size());
        }
        return table;
    }
}
