package org.vigie.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
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
        var read = CertificateFile.read(file);
        var checked = CoverCheck.of(read.problem(), read.posture());
        var claimed = read.posture().certificate();
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("holds", checked.holds());
            object.put("value", number(checked.value()));
            object.put("bound", number(checked.bound()));
            object.put("claimedBound", number(claimed.bound()));
            object.put("claimedBy", claimed.solver() + " " + claimed.version());
            object.put("modelHash", claimed.modelHash());
            object.put("faults", checked.faults().stream().map(Saying::plain).toList());
            object.put("notes", checked.notes().stream().map(Saying::plain).toList());
            Json.print(out, object);
        } else {
            out.println(checked.holds() ? "holds: " + claimed : "does not hold: " + claimed);
            checked.faults().forEach(fault -> out.println(fault.plain()));
            checked.notes().forEach(note -> out.println(note.plain()));
            out.flush();
        }
        return checked.holds() ? 0 : Commands.FINDING;
    }

    private static BigDecimal number(double value) {
        var rounded = new BigDecimal(value).round(MathContext.DECIMAL64).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
