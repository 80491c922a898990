package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.register.AccordRegister;
import org.vigie.register.Period;
import org.vigie.register.RegisterSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says who agreed on what, and what became of each commitment.
@Command(
        name = "accords",
        mixinStandardHelpOptions = true,
        description =
                "Accords and local agreements on a day: who signed, who watches, and what became"
                        + " of each commitment by whose word.")
final class ShowAccords implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private RegisterOptions options = new RegisterOptions();

    @Parameters(arity = "0..1", paramLabel = "ACCORD", description = "Only this one, by its id.")
    private String accord = "";

    ShowAccords(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var asked = options.ask(head);
        var register = AccordRegister.of(asked.picture(), asked.day());
        if (!accord.isEmpty() && register.find(accord).isEmpty()) {
            throw new BadInput("accord", accord, "the id of an accord that was known then");
        }
        var out = Commands.line(spec).getOut();
        if (options.json()) {
            var sheets = new LinkedHashMap<String, RegisterSheet>();
            sheets.put("accords", ofAccord(RegisterSheet.Name.ACCORDS, asked));
            sheets.put("commitments", ofAccord(RegisterSheet.Name.COMMITMENTS, asked));
            RegisterOptions.print(out, asked, sheets);
            return 0;
        }
        options.begin(out);
        for (var one : register.accords()) {
            if (accord.isEmpty() || one.code().equals(accord)) {
                print(out, register, one);
            }
        }
        out.println(
                "%s accords; commitments: %s broken, %s overdue, %s past their day without a word"
                        .formatted(
                                register.accords().size(),
                                register.count(AccordRegister.Status.BROKEN),
                                register.count(AccordRegister.Status.OVERDUE),
                                register.count(AccordRegister.Status.DUE_PASSED)));
        RegisterOptions.end(out, asked);
        return 0;
    }

    private RegisterSheet ofAccord(RegisterSheet.Name name, RegisterOptions.Asked asked) {
        var sheet = RegisterSheet.of(name, asked.picture(), asked.day());
        int column = sheet.columns().indexOf("accord");
        return accord.isEmpty()
                ? sheet
                : new RegisterSheet(
                        sheet.columns(),
                        sheet.rows().stream()
                                .filter(row -> accord.equals(row.get(column)))
                                .toList());
    }

    private static void print(
            PrintWriter out, AccordRegister register, AccordRegister.Accord accord) {
        out.println(
                "%s (%s), %s, made %s, %s"
                        .formatted(
                                accord.name(),
                                accord.code(),
                                RegisterSheet.code(accord.scope()),
                                Period.text(accord.made()),
                                RegisterSheet.code(accord.state())));
        for (var act : accord.acts()) {
            out.println(
                    "  %s %s: %s%s (%s)"
                            .formatted(
                                    Period.text(act.on()),
                                    RegisterSheet.code(act.act()),
                                    act.who(),
                                    act.text().isEmpty() ? "" : ", " + act.text(),
                                    act.basis()));
        }
        for (var monitor : accord.monitors()) {
            out.println(
                    "  %s watched by: %s (%s)"
                            .formatted(
                                    Period.text(monitor.since()),
                                    monitor.text().isEmpty() ? monitor.who() : monitor.text(),
                                    monitor.basis()));
        }
        var commitments = register.of(accord);
        if (!commitments.isEmpty()) {
            var table = new Table("commitment", "by", "due", "status", "last word", "source");
            commitments.forEach(one -> add(table, one));
            table.print(out);
        }
    }

    private static void add(Table table, AccordRegister.Commitment commitment) {
        var steps = commitment.steps();
        table.add(
                commitment.text(),
                commitment.by().stream().collect(Collectors.joining(", ")),
                commitment.due(),
                RegisterSheet.code(commitment.status()),
                steps.isEmpty()
                        ? "none"
                        : Period.text(steps.getLast().on()) + " " + steps.getLast().text(),
                steps.isEmpty() ? commitment.basis() : steps.getLast().basis());
    }
}
