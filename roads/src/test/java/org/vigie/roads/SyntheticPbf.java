package org.vigie.roads;

import com.google.protobuf.ByteString;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/// One tar road in the binary form of OpenStreetMap, made up for a test.
final class SyntheticPbf {

    private static final double UNIT = 1e7;

    private SyntheticPbf() {}

    static void write(Path file) throws IOException {
        write(file, -1);
    }

    /// @param claimed what its roads are said to unpack to; negative for what they do
    static void write(Path file, int claimed) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            block(
                    out,
                    "OSMHeader",
                    Osmformat.HeaderBlock.newBuilder()
                            .addRequiredFeatures("OsmSchema-V0.6")
                            .build()
                            .toByteString(),
                    -1);
            var texts = Osmformat.StringTable.newBuilder();
            List.of("", "highway", "primary", "surface", "asphalt")
                    .forEach(text -> texts.addS(ByteString.copyFromUtf8(text)));
            var nodes = Osmformat.PrimitiveGroup.newBuilder();
            nodes.addNodes(node(1, -4)).addNodes(node(2, -3));
            var ways =
                    Osmformat.PrimitiveGroup.newBuilder()
                            .addWays(
                                    Osmformat.Way.newBuilder()
                                            .setId(10)
                                            .addKeys(1)
                                            .addVals(2)
                                            .addKeys(3)
                                            .addVals(4)
                                            .addRefs(1)
                                            .addRefs(1));
            block(
                    out,
                    "OSMData",
                    Osmformat.PrimitiveBlock.newBuilder()
                            .setStringtable(texts)
                            .addPrimitivegroup(nodes)
                            .addPrimitivegroup(ways)
                            .build()
                            .toByteString(),
                    claimed);
        }
    }

    private static Osmformat.Node node(long id, double longitude) {
        return Osmformat.Node.newBuilder()
                .setId(id)
                .setLat(Math.round(14 * UNIT))
                .setLon(Math.round(longitude * UNIT))
                .build();
    }

    private static void block(DataOutputStream out, String type, ByteString data, int claimed)
            throws IOException {
        var blob =
                Fileformat.Blob.newBuilder()
                        .setRaw(data)
                        .setRawSize(claimed < 0 ? data.size() : claimed)
                        .build();
        var head =
                Fileformat.BlobHeader.newBuilder()
                        .setType(type)
                        .setDatasize(blob.getSerializedSize())
                        .build();
        out.writeInt(head.getSerializedSize());
        head.writeTo(out);
        blob.writeTo(out);
    }
}
