package org.vigie.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.Rejection;
import org.vigie.record.Handling;

/// Says what imports did, to people or as one JSON object.
///
/// @param knownAt the rule, as it was given
record ImportReport(boolean exercise, String knownAt) {
    void print(PrintWriter out, List<Imported> done, boolean json) {
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("files", done.stream().map(ImportReport::object).toList());
            object.put("importId", done.getLast().importId());
            Json.print(out, object);
        } else {
            done.forEach(one -> print(out, one));
            out.flush();
        }
    }

    private void print(PrintWriter out, Imported done) {
        var counts = done.counts();
        out.printf(
                Locale.ROOT,
                "%s%s: %s, %,d rows: %,d added, %,d changed, %,d unchanged, %,d removed, %,d"
                        + " rejected%n",
                exercise ? "EXERCISE " : "",
                done.file(),
                done.format().code(),
                counts.read(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                counts.removed(),
                counts.rejected());
        if (counts.disordered() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d rows whose figures are not low <= best <= high, kept as printed%n",
                    counts.disordered());
        }
        if (done.implausible() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d rows are implausible (more than 100,000 dead, a day in the future or before"
                            + " 1900), kept as printed: look at them%n",
                    done.implausible());
        }
        if (done.handling() != Handling.OPEN) {
            out.println("handled as " + done.handling().code());
        }
        if (done.undated() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d rows for which --known-at %s gives no moment count as known from now on%n",
                    done.undated(),
                    knownAt);
        }
        if (!knownAt.equals("now") && counts.unchanged() > 0) {
            out.printf(
                    Locale.ROOT,
                    "--known-at %s says nothing of the %,d unchanged rows: the mission knows them since they first"
                            + " came in%n",
                    knownAt,
                    counts.unchanged());
        }
        if (done.repeated() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d rows tell once more what the row above them tells, counted as unchanged%n",
                    done.repeated());
        }
        if (done.outdated() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d rows are older than what the ledger holds of them and change nothing%n",
                    done.outdated());
        }
        done.format().caution().ifPresent(caution -> out.println("caution: " + caution));
        printRejections(out, done);
        out.println(
                done.importId() == null
                        ? "dry run: nothing was written"
                        : "import " + done.importId());
    }

    private static void printRejections(PrintWriter out, Imported done) {
        if (done.rejections().isEmpty()) {
            return;
        }
        var table = new Table("line", "field", "value", "reason");
        for (var rejection : done.rejections()) {
            table.add(
                    "" + rejection.line(),
                    rejection.field(),
                    rejection.value() == null ? "(missing)" : rejection.value(),
                    rejection.reason());
        }
        table.print(out);
        long unlisted = done.counts().rejected() - done.rejections().size();
        if (unlisted > 0) {
            out.printf(Locale.ROOT, "and %,d more%n", unlisted);
        }
    }

    private static Map<String, @Nullable Object> object(Imported done) {
        var counts = done.counts();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("file", done.file());
        object.put("format", done.format().code());
        object.put("read", counts.read());
        object.put("added", counts.added());
        object.put("changed", counts.changed());
        object.put("unchanged", counts.unchanged());
        object.put("removed", counts.removed());
        object.put("rejected", counts.rejected());
        object.put("disordered", counts.disordered());
        object.put("rejections", done.rejections().stream().map(ImportReport::object).toList());
        object.put("importId", done.importId());
        object.put("undated", done.undated());
        object.put("outdated", done.outdated());
        object.put("implausible", done.implausible());
        object.put("handling", done.handling().code());
        return object;
    }

    private static Map<String, @Nullable Object> object(Rejection rejection) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("line", rejection.line());
        object.put("field", rejection.field());
        object.put("value", rejection.value());
        object.put("reason", rejection.reason());
        return object;
    }
}
