package org.vigie.solve;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.BadInput;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.CoverRows;
import org.vigie.plan.posture.Service;
import org.vigie.plan.posture.Stationing;
import org.vigie.plan.posture.UnitType;

/// A [CoverProblem] as bytes, for the pipe to the program that solves it.
final class CoverWire {

    /// Longest list; a length from outside is looked at before memory is taken for it.
    private static final int LENGTH_MAX = 50_000_000;

    /// Memory is taken in steps of so many, as the numbers really come.
    private static final int STEP = 1 << 16;

    private CoverWire() {}

    static void write(DataOutputStream out, CoverProblem problem) throws IOException {
        out.writeInt(problem.types().size());
        for (var type : problem.types()) {
            out.writeUTF(type.code());
            out.writeInt(type.count());
            out.writeDouble(type.busy());
        }
        out.writeInt(problem.services().size());
        for (var service : problem.services()) {
            out.writeUTF(service.code());
            out.writeDouble(service.share());
            out.writeInt(service.levels());
            out.writeInt(service.needs().size());
            for (var need : service.needs()) {
                write(out, need.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        write(out, problem.stationing());
        var rows = problem.rows();
        write(out, rows.weight());
        write(out, rows.service());
        write(out, rows.area());
        write(out, rows.links());
        write(out, rows.from());
        write(out, rows.stations());
        write(out, rows.floors());
        write(out, rows.total());
    }

    private static void write(DataOutputStream out, Stationing stationing) throws IOException {
        int stations = stationing.types() * stationing.bases();
        var room = new int[stationing.bases()];
        var limits = new int[3][stations];
        for (int base = 0; base < room.length; base++) {
            room[base] = stationing.room(base);
        }
        for (int station = 0; station < stations; station++) {
            limits[0][station] = stationing.mostAllowed(station);
            limits[1][station] = stationing.least(station);
            limits[2][station] = stationing.today(station);
        }
        write(out, room);
        write(out, limits[0]);
        write(out, limits[1]);
        write(out, stationing.movesMost() < 0 ? new int[0] : limits[2]);
        out.writeInt(stationing.movesMost());
    }

    static CoverProblem read(DataInputStream in) throws IOException {
        var types = new ArrayList<UnitType>();
        for (int left = length(in); left > 0; left--) {
            types.add(new UnitType(in.readUTF(), in.readInt(), in.readDouble()));
        }
        var services = new ArrayList<Service>();
        for (int left = length(in); left > 0; left--) {
            services.add(service(in));
        }
        var room = wholes(in);
        var limits = new int[][] {wholes(in), wholes(in), wholes(in)};
        var stationing = Stationing.of(types.size(), room, limits, in.readInt());
        return CoverProblem.of(types, stationing, services, rows(in));
    }

    private static Service service(DataInputStream in) throws IOException {
        var code = in.readUTF();
        double share = in.readDouble();
        int levels = in.readInt();
        var needs = new ArrayList<List<Integer>>();
        for (int left = length(in); left > 0; left--) {
            needs.add(java.util.Arrays.stream(wholes(in)).boxed().toList());
        }
        return new Service(code, needs, share, levels);
    }

    private static CoverRows rows(DataInputStream in) throws IOException {
        return new CoverRows(
                numbers(in),
                wholes(in),
                wholes(in),
                wholes(in),
                wholes(in),
                wholes(in),
                numbers(in),
                numbers(in));
    }

    static void write(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    static void write(DataOutputStream out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    static int[] wholes(DataInputStream in) throws IOException {
        int length = length(in);
        var numbers = new int[Math.min(length, STEP)];
        for (int i = 0; i < length; i++) {
            if (i == numbers.length) {
                numbers = java.util.Arrays.copyOf(numbers, Math.min(length, 2 * i));
            }
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    static double[] numbers(DataInputStream in) throws IOException {
        int length = length(in);
        var numbers = new double[Math.min(length, STEP)];
        for (int i = 0; i < length; i++) {
            if (i == numbers.length) {
                numbers = java.util.Arrays.copyOf(numbers, Math.min(length, 2 * i));
            }
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LENGTH_MAX) {
            throw new BadInput("length", length, "between 0 and " + LENGTH_MAX);
        }
        return length;
    }
}
