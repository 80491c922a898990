package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.plan.posture.Certificate;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverMultipliers;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.CoverRows;
import org.vigie.plan.posture.Service;
import org.vigie.plan.posture.Stationing;
import org.vigie.plan.posture.UnitType;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A model, its plan and its proof in one JSON file, so that anybody can work value and bound out
/// again: the merged places, what may stand where, the plan, the prices, and what is claimed.
///
/// It names bases by number and places not at all. Numbers are written so that they are read again
/// as the same bits.
///
/// @param problem the model
/// @param posture what is claimed of it
record CertificateFile(CoverProblem problem, CoverAnswer.Posture posture) {

    private static final String FORMAT = "vigie-posture-certificate-1";

    static void write(Path file, CoverProblem problem, CoverAnswer.Posture posture)
            throws IOException {
        try (var out = Files.newBufferedWriter(file);
                var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            put(json, object(problem, posture));
        }
    }

    private static Map<String, @Nullable Object> object(
            CoverProblem problem, CoverAnswer.Posture posture) {
        var certificate = posture.certificate();
        var claimed = new LinkedHashMap<String, @Nullable Object>();
        claimed.put("value", certificate.value());
        claimed.put("bound", certificate.bound());
        claimed.put("solver", certificate.solver());
        claimed.put("version", certificate.version());
        claimed.put("seconds", certificate.seconds());
        claimed.put("seed", certificate.seed());
        claimed.put("modelHash", certificate.modelHash());
        var prices = new LinkedHashMap<String, @Nullable Object>();
        prices.put("links", posture.multipliers().links());
        prices.put("room", posture.multipliers().room());
        prices.put("move", posture.multipliers().move());
        prices.put("floors", posture.multipliers().floors());
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("format", FORMAT);
        object.put("certificate", claimed);
        object.put("plan", posture.units());
        object.put("prices", prices);
        object.put("types", problem.types().stream().map(CertificateFile::object).toList());
        object.put("services", problem.services().stream().map(CertificateFile::object).toList());
        object.put("stationing", object(problem.stationing()));
        object.put("rows", object(problem.rows()));
        return object;
    }

    private static Map<String, @Nullable Object> object(UnitType type) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("code", type.code());
        object.put("count", type.count());
        object.put("busy", type.busy());
        return object;
    }

    private static Map<String, @Nullable Object> object(Service service) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("code", service.code());
        object.put("needs", service.needs());
        object.put("share", service.share());
        object.put("levels", service.levels());
        return object;
    }

    private static Map<String, @Nullable Object> object(Stationing stationing) {
        int stations = stationing.types() * stationing.bases();
        var room = new int[stationing.bases()];
        java.util.Arrays.setAll(room, stationing::room);
        var most = new int[stations];
        java.util.Arrays.setAll(most, stationing::mostAllowed);
        var least = new int[stations];
        java.util.Arrays.setAll(least, stationing::least);
        var today = new int[stations];
        java.util.Arrays.setAll(today, stationing::today);
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("room", room);
        object.put("most", most);
        object.put("least", least);
        object.put("today", stationing.movesMost() < 0 ? new int[0] : today);
        object.put("moves", stationing.movesMost());
        return object;
    }

    private static Map<String, @Nullable Object> object(CoverRows rows) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("weight", rows.weight());
        object.put("service", rows.service());
        object.put("area", rows.area());
        object.put("links", rows.links());
        object.put("from", rows.from());
        object.put("stations", rows.stations());
        object.put("floors", rows.floors());
        object.put("total", rows.total());
        return object;
    }

    private static void put(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> object -> {
                json.writeStartObject();
                object.forEach((name, part) -> {
                    json.writeName(String.valueOf(name));
                    put(json, part);
                });
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(part -> put(json, part));
                json.writeEndArray();
            }
            case int[] numbers -> json.writeArray(numbers, 0, numbers.length);
            case double[] numbers -> json.writeArray(numbers, 0, numbers.length);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }

    /// Reads a file; whatever is not such a file is refused in one sentence.
    static CertificateFile read(Path file) throws IOException {
        return of(JsonTree.read(file));
    }

    static CertificateFile of(JsonTree tree) {
        if (!FORMAT.equals(tree.text("format"))) {
            throw new BadInput("format", tree.text("format"), FORMAT);
        }
        var types = new ArrayList<UnitType>();
        for (var type : tree.list("types")) {
            types.add(new UnitType(type.text("code"), type.whole("count"), type.number("busy")));
        }
        var services = new ArrayList<Service>();
        for (var service : tree.list("services")) {
            services.add(
                    new Service(
                            service.text("code"),
                            service.lists("needs"),
                            service.number("share"),
                            service.whole("levels")));
        }
        var rows = tree.object("rows");
        var problem =
                CoverProblem.of(
                        types,
                        stationing(types.size(), tree.object("stationing")),
                        services,
                        new CoverRows(
                                rows.numbers("weight"),
                                rows.wholes("service"),
                                rows.wholes("area"),
                                rows.wholes("links"),
                                rows.wholes("from"),
                                rows.wholes("stations"),
                                rows.numbers("floors"),
                                rows.numbers("total")));
        return new CertificateFile(problem, posture(tree));
    }

    private static Stationing stationing(int types, JsonTree tree) {
        return Stationing.of(
                types,
                tree.wholes("room"),
                new int[][] {tree.wholes("most"), tree.wholes("least"), tree.wholes("today")},
                tree.whole("moves"));
    }

    private static CoverAnswer.Posture posture(JsonTree tree) {
        var claimed = tree.object("certificate");
        var prices = tree.object("prices");
        return new CoverAnswer.Posture(
                tree.wholes("plan"),
                new Certificate(
                        Certificate.Sense.MORE_IS_BETTER,
                        claimed.number("value"),
                        claimed.number("bound"),
                        claimed.text("solver"),
                        claimed.text("version"),
                        claimed.number("seconds"),
                        claimed.whole("seed"),
                        claimed.text("modelHash")),
                CoverMultipliers.of(
                        prices.numbers("links"),
                        prices.numbers("room"),
                        prices.number("move"),
                        prices.numbers("floors")),
                List.of());
    }
}
