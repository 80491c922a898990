package org.vigie.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Saying;
import org.vigie.plan.posture.Certificate;
import org.vigie.plan.posture.Checked;
import org.vigie.plan.posture.CoverCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Works the value and the bound of a posture out again from its certificate, without a solver.
@Command(
        name = "check-certificate",
        mixinStandardHelpOptions = true,
        description =
                "Work value and bound of a posture out again, without a solver. Exit code 1 when the"
                        + " certificate does not hold.")
final class CheckCertificate implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "As 'vigie posture --certificate' wrote it.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        CertificateFile read;
        try {
            read = CertificateFile.read(file);
        } catch (BadInput crossed) {
            if (!crossed.field().equals(CertificateFile.BOUND)) {
                throw crossed;
            }
            return impossible(String.valueOf(crossed.getMessage()));
        }
        var checked = CoverCheck.of(read.problem(), read.posture());
        var claimed = read.posture().certificate();
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("holds", checked.holds());
            object.put("boundShown", checked.isBoundShown());
            object.put("value", number(checked.value()));
            object.put("bound", number(checked.bound()));
            object.put("gap", number(checked.gapShown()));
            object.put("claimedBound", number(claimed.bound()));
            object.put("asked", read.problem().words().said());
            object.put("claimedBy", claimed.solver() + " " + claimed.version());
            object.put("modelHash", claimed.modelHash());
            object.put("faults", checked.faults().stream().map(Saying::plain).toList());
            object.put("notes", checked.notes().stream().map(Saying::plain).toList());
            Json.print(out, object);
        } else {
            out.println(verdict(checked, claimed));
            read.problem().words().said().forEach(line -> out.println("asked: " + line));
            checked.faults().forEach(fault -> out.println(fault.plain()));
            checked.notes().forEach(note -> out.println(note.plain()));
            out.flush();
        }
        return checked.holds() ? 0 : Commands.FINDING;
    }

    /// A plan that is worth more than its bound is no slip of the file but a claim that cannot be.
    private int impossible(String why) {
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("holds", false);
            object.put("faults", List.of(why));
            Json.print(out, object);
        } else {
            out.println("does not hold: " + why);
            out.flush();
        }
        return Commands.FINDING;
    }

    private static String verdict(Checked checked, Certificate claimed) {
        if (!checked.holds()) {
            return "does not hold: " + claimed;
        }
        return checked.isBoundShown()
                ? "holds: " + claimed
                : String.format(
                        Locale.ROOT,
                        "the plan holds, its bound is the word of %s alone: claimed %s; shown without a solver: bound %s, gap %.3f %%",
                        claimed.solver(),
                        claimed,
                        Certificate.digits(checked.bound()),
                        100 * checked.gapShown());
    }

    /// @return null for what is no finite number
    private static @Nullable BigDecimal number(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        var rounded = new BigDecimal(value).round(MathContext.DECIMAL64).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
