package org.vigie;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// A table of permitted imports that reads like a sentence: `row("warn").imports("record", "geo")`.
final class ImportTable {

    private static final String ROOT = "org.vigie.";
    private static final List<String> FOR_EVERYONE =
            List.of("java", "javax", "org.jspecify.annotations");

    private final List<Row> rows;

    ImportTable(Row... rows) {
        this.rows = List.of(rows);
    }

    /// Starts the row of one package below `org.vigie`.
    static Row row(String name) {
        return new Row(name, List.of(), List.of());
    }

    /// What one package may import: packages of ours by their short name, others by their
    /// beginning.
    record Row(String name, List<String> ours, List<String> others) {

        Row imports(String... more) {
            return new Row(name, joined(ours, more), others);
        }

        Row uses(String... more) {
            return new Row(name, ours, joined(others, more));
        }

        private boolean allows(String packageName) {
            if (!packageName.startsWith(ROOT)) {
                return Stream.concat(FOR_EVERYONE.stream(), others.stream())
                        .anyMatch(it -> isIn(packageName, it));
            }
            String shortName = packageName.substring(ROOT.length());
            return shortName.equals(name)
                    || ours.stream()
                            .anyMatch(it ->
                                    it.endsWith("..")
                                            ? isIn(shortName, it.substring(0, it.length() - 2))
                                            : it.equals(shortName));
        }

        private static List<String> joined(List<String> some, String... more) {
            return Stream.concat(some.stream(), Stream.of(more)).toList();
        }
    }

    /// The packages that no row names, sorted.
    List<String> packagesWithoutRow(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(it -> rows.stream().noneMatch(row -> it.equals(ROOT + row.name())))
                .distinct()
                .sorted()
                .toList();
    }

    /// One sentence for each import that its row does not allow, sorted.
    List<String> breaches(JavaClasses classes) {
        var found = new ArrayList<String>();
        for (Row row : rows) {
            classes.stream()
                    .filter(it -> it.getPackageName().equals(ROOT + row.name()))
                    .map(JavaClass::getDirectDependenciesFromSelf)
                    .flatMap(Collection::stream)
                    .filter(it -> !isAllowed(row, it))
                    .map(it ->
                            "%s uses %s: row '%s' does not allow it"
                                    .formatted(
                                            it.getOriginClass().getName(),
                                            it.getTargetClass().getName(),
                                            row.name()))
                    .forEach(found::add);
        }
        return found.stream().distinct().sorted().toList();
    }

    private static boolean isAllowed(Row row, Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return target.isPrimitive() || row.allows(target.getPackageName());
    }

    private static boolean isIn(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }
}
