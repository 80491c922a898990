package org.vigie.solve;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.posture.CoverMultipliers;

/// What a native solver said.
///
/// @param plan null when it had none
/// @param bound infinite when it had none
/// @param duals of the linear relaxation, where they were asked for
@SuppressWarnings("ArrayRecordComponent") // never compared
record Told(
        int @Nullable [] plan,
        double bound,
        boolean optimal,
        boolean impossible,
        String version,
        @Nullable CoverMultipliers duals) {

    void write(DataOutputStream out) throws IOException {
        CoverWire.write(out, plan == null ? new int[0] : plan);
        out.writeDouble(bound);
        out.writeBoolean(optimal);
        out.writeBoolean(impossible);
        out.writeUTF(version);
        out.writeBoolean(duals != null);
        if (duals != null) {
            CoverWire.write(out, duals.links());
            CoverWire.write(out, duals.room());
            out.writeDouble(duals.move());
            CoverWire.write(out, duals.floors());
        }
    }

    static Told read(DataInputStream in) throws IOException {
        var plan = CoverWire.wholes(in);
        double bound = in.readDouble();
        boolean optimal = in.readBoolean();
        boolean impossible = in.readBoolean();
        var version = in.readUTF();
        CoverMultipliers duals = null;
        if (in.readBoolean()) {
            var links = CoverWire.numbers(in);
            var room = CoverWire.numbers(in);
            double move = in.readDouble();
            duals = CoverMultipliers.of(links, room, move, CoverWire.numbers(in));
        }
        return new Told(plan.length == 0 ? null : plan, bound, optimal, impossible, version, duals);
    }
}
