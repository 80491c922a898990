package org.vigie.solve;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/// The program in which native code runs: it reads a problem, solves it, answers on a line, and
/// waits for the next. It ends with whoever started it. When native code crashes, this program
/// crashes and nobody else.
///
/// Solvers print what they like (HiGHS its name, whatever one asks of it), so an answer is a line
/// with a mark, and every other line is passed over.
public final class SolverProgram {

    static final String MARK = "@vigie-solve ";
    static final String READY = "ready";
    static final String TROUBLE = "trouble ";

    private SolverProgram() {}

    /// Reads problems from the standard input until it ends.
    public static void main(String[] arguments) throws IOException {
        var out = System.out;
        var trouble = NativeCode.load();
        if (trouble != null) {
            say(out, TROUBLE + trouble.replaceAll("\\s+", " "));
            return;
        }
        say(out, READY);
        var in = new DataInputStream(new BufferedInputStream(System.in));
        while (true) {
            NativeSolve solve;
            try {
                var engine = Engine.valueOf(in.readUTF());
                var limit = Duration.ofMillis(in.readLong());
                var problem = CoverWire.read(in);
                var plan = CoverWire.wholes(in);
                solve = new NativeSolve(engine, limit, problem, plan.length == 0 ? null : plan);
            } catch (EOFException end) {
                return;
            }
            var bytes = new ByteArrayOutputStream();
            solve.call().write(new DataOutputStream(bytes));
            say(out, Base64.getEncoder().encodeToString(bytes.toByteArray()));
        }
    }

    /// A line of its own, also when a solver left half a line.
    private static void say(PrintStream out, String answer) {
        out.writeBytes(("\n" + MARK + answer + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
