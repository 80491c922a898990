package org.vigie.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints what was measured, with the machine's load.
record Report(boolean json) {

    /// The exit code: 1 when a goal was missed.
    int print(Measured measured) {
        boolean missed = false;
        for (var goal : measured.goals()) {
            missed |= Boolean.FALSE.equals(goal.met());
        }
        measured.put(
                "loadAverage", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        measured.put("processors", Runtime.getRuntime().availableProcessors());
        if (json) {
            object(System.out, measured);
        } else {
            measured.figures()
                    .forEach((name, value) -> System.out.println(name + ": " + text(value)));
            measured.goals()
                    .forEach(goal ->
                            System.out.println(
                                    (Boolean.TRUE.equals(goal.met()) ? "met     " : "MISSED  ")
                                            + goal.figure()
                                            + " "
                                            + text(goal.was())
                                            + ", "
                                            + goal.goal()));
        }
        return missed ? Bench.MISSED : 0;
    }

    private static void object(PrintStream out, Measured measured) {
        var text = new StringBuilder("{");
        for (Map.Entry<String, Object> figure : measured.figures().entrySet()) {
            text.append('"').append(figure.getKey()).append("\":");
            text.append(json(figure.getValue())).append(',');
        }
        text.append("\"goals\":[");
        for (var goal : measured.goals()) {
            text.append("{\"figure\":\"")
                    .append(goal.figure())
                    .append("\",\"goal\":\"")
                    .append(goal.goal());
            text.append("\",\"was\":")
                    .append(text(goal.was()))
                    .append(",\"met\":")
                    .append(goal.met())
                    .append("},");
        }
        if (text.charAt(text.length() - 1) == ',') {
            text.setLength(text.length() - 1);
        }
        out.println(text.append("]}"));
    }

    private static String json(Object value) {
        return switch (value) {
            case Double number -> exact(number);
            case Number number -> text(number);
            case Boolean truth -> truth.toString();
            case List<?> list ->
                    list.stream().map(Report::json).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> object ->
                    object.entrySet().stream()
                            .map(one -> "\"" + one.getKey() + "\":" + json(one.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
            default -> "\"" + value + "\"";
        };
    }

    /// With enough digits that a gap of a thousandth of a per cent is one.
    private static String exact(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.6f" : "%.3f", number);
    }

    private static String text(Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, number < 10 ? "%.3f" : "%.1f", number)
                : String.valueOf(value);
    }
}
