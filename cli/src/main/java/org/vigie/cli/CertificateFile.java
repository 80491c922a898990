package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.exchange.out.PostureCertificate;
import org.vigie.geo.BadInput;
import org.vigie.plan.posture.Certificate;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverMultipliers;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.CoverRows;
import org.vigie.plan.posture.CoverWords;
import org.vigie.plan.posture.Service;
import org.vigie.plan.posture.Stationing;
import org.vigie.plan.posture.UnitType;

/// A model, its plan and its proof, read from the file that [PostureCertificate] writes.
///
/// @param problem the model
/// @param posture what is claimed of it
record CertificateFile(CoverProblem problem, CoverAnswer.Posture posture) {

    /// The field of the refusal where the value passes the bound.
    static final String BOUND = "bound";

    /// Reads a file; whatever is not such a file is refused in one sentence.
    static CertificateFile read(Path file) throws IOException {
        return of(JsonTree.read(file));
    }

    static CertificateFile of(JsonTree tree) {
        if (!PostureCertificate.FORMAT.equals(tree.text("format"))) {
            throw new BadInput("format", tree.text("format"), PostureCertificate.FORMAT);
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
        return new CertificateFile(problem.saying(words(tree)), posture(tree));
    }

    /// What was asked in words; an older certificate has none.
    private static CoverWords words(JsonTree tree) {
        if (!tree.values().containsKey("words")) {
            return CoverWords.NONE;
        }
        var words = tree.object("words");
        return new CoverWords(
                words.texts("asked"),
                words.texts("areas"),
                Arrays.stream(words.numbers("floors")).boxed().toList());
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
