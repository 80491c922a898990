package org.vigie.exchange.out;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.CoverRows;
import org.vigie.plan.posture.CoverWords;
import org.vigie.plan.posture.Service;
import org.vigie.plan.posture.Stationing;
import org.vigie.plan.posture.UnitType;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A model, its plan and its proof in one JSON file, so that anybody can work value and bound out
/// again: the merged places, what may stand where, the plan, the prices, and what is claimed.
///
/// It names bases by number and places not at all; areas with a floor by name. Numbers are written
/// so that they are read again as the same bits.
public final class PostureCertificate {

    /// The first word of such a file.
    public static final String FORMAT = "vigie-posture-certificate-1";

    private PostureCertificate() {}

    /// Writes it; the writer stays open.
    public static void write(Writer out, CoverProblem problem, CoverAnswer.Posture posture)
            throws IOException {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            put(json, object(problem, posture));
        }
        out.write(text.toString());
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
        object.put("types", problem.types().stream().map(PostureCertificate::object).toList());
        object.put(
                "services", problem.services().stream().map(PostureCertificate::object).toList());
        object.put("stationing", object(problem.stationing()));
        object.put("rows", object(problem.rows()));
        if (!problem.words().equals(CoverWords.NONE)) {
            object.put("words", object(problem.words()));
        }
        return object;
    }

    private static Map<String, @Nullable Object> object(CoverWords words) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("asked", words.said());
        object.put("areas", words.areas());
        object.put("floors", words.floors());
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
        Arrays.setAll(room, stationing::room);
        var most = new int[stations];
        Arrays.setAll(most, stationing::mostAllowed);
        var least = new int[stations];
        Arrays.setAll(least, stationing::least);
        var today = new int[stations];
        Arrays.setAll(today, stationing::today);
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
}
