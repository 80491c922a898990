package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.register.ActorRegister;
import org.vigie.register.KnownActor;
import org.vigie.register.Period;
import org.vigie.register.RegisterSheet;
import org.vigie.register.Relation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says who is who, and who stands how to whom.
@Command(
        name = "actors",
        mixinStandardHelpOptions = true,
        description =
                "Who is who on a day: names, factions, relations with their confidence, and what"
                        + " others call them.")
final class ShowActors implements Callable<Integer> {

    private static final int CHANGES_YEARS = 1;

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private RegisterOptions options = new RegisterOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description =
                    "Any name or alias, or the beginning of its words; accents do not matter.")
    private List<String> name = List.of();

    ShowActors(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var asked = options.ask(head);
        var register = ActorRegister.of(asked.picture(), asked.day());
        var text = String.join(" ", name);
        var actors = register.search(text);
        if (actors.isEmpty() && !text.isBlank()) {
            throw new BadInput("name", text, "a name of an actor that was known then");
        }
        var out = Commands.line(spec).getOut();
        if (options.json()) {
            var sheets = new LinkedHashMap<String, RegisterSheet>();
            sheets.put("actors", RegisterSheet.actors(actors));
            sheets.put("relations", RegisterSheet.relations(relations(register, actors)));
            sheets.put("labels", RegisterSheet.labels(actors));
            RegisterOptions.print(out, asked, sheets);
            return 0;
        }
        options.begin(out);
        if (text.isBlank()) {
            list(out, register);
        } else {
            actors.forEach(actor -> one(out, actor));
        }
        RegisterOptions.end(out, asked);
        return 0;
    }

    private static List<Relation> relations(ActorRegister register, List<KnownActor> actors) {
        return register.relations().stream()
                .filter(relation ->
                        actors.stream().anyMatch(actor -> relation.concerns(actor.code())))
                .toList();
    }

    private static void list(PrintWriter out, ActorRegister register) {
        var table = new Table("actor", "name", "class", "from", "to", "belongs to", "relations");
        for (var actor : register.actors()) {
            table.add(
                    actor.code(),
                    actor.name() + (actor.contested() ? " (contested)" : ""),
                    RegisterSheet.code(actor.actorClass()),
                    Period.text(actor.period().from()),
                    Period.text(actor.period().to()),
                    String.join(", ", actor.factionOf()),
                    actor.relations().stream().filter(Relation::holds).count());
        }
        table.print(out);
        var changes = register.changedSince(register.day().minusYears(CHANGES_YEARS));
        if (!changes.isEmpty()) {
            out.println("changed in the year before:");
            for (var change : changes) {
                out.println(
                        "  %s %s: %s %s %s"
                                .formatted(
                                        change.on(),
                                        change.began() ? "began" : "ended",
                                        change.relation().actor(),
                                        change.relation().relation(),
                                        change.relation().other()));
            }
        }
    }

    private static void one(PrintWriter out, KnownActor actor) {
        out.println(
                "%s (%s), %s%s"
                        .formatted(
                                actor.name(),
                                actor.code(),
                                RegisterSheet.code(actor.actorClass()),
                                period(actor.period())));
        line(out, "also", actor.aliases());
        line(out, "belongs to", actor.factionOf());
        line(out, "factions", actor.factions());
        for (var label : actor.labels()) {
            out.println(
                    "  called \"%s\" by %s%s (%s)"
                            .formatted(
                                    label.label(),
                                    label.by(),
                                    period(label.period()),
                                    label.basis()));
        }
        if (!actor.relations().isEmpty()) {
            relations(actor).print(out);
        }
    }

    private static Table relations(KnownActor actor) {
        var table = new Table("relation", "from", "to", "state", "confidence", "source", "note");
        for (var relation : actor.relations()) {
            for (var said : relation.said()) {
                table.add(
                        relation.actor() + " " + relation.relation() + " " + relation.other(),
                        Period.text(relation.period().from()),
                        Period.text(relation.period().to()),
                        RegisterSheet.code(relation.state())
                                + relation.findAfter()
                                        .map(after -> " by " + after.relation())
                                        .orElse(""),
                        RegisterSheet.code(said.confidence()),
                        said.basis(),
                        said.note());
            }
        }
        return table;
    }

    private static void line(PrintWriter out, String what, List<String> values) {
        if (!values.isEmpty()) {
            out.println("  " + what + ": " + String.join("; ", values));
        }
    }

    private static String period(Period period) {
        var from = Period.text(period.from());
        var to = Period.text(period.to());
        return (from.isEmpty() ? "" : ", from " + from) + (to.isEmpty() ? "" : ", to " + to);
    }
}
