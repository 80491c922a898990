package org.vigie;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Reads sources with the compiler's own parser and says where they break a rule of the house.
final class SourceRules extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private static final int METHOD_LINES_MAX = 70;
    private static final int PARAMETERS_MAX = 4;
    private static final Pattern EMPTY_WORDS =
            Pattern.compile(
                    "(Default|Abstract)[A-Z].*|.*(Manager|Helper|Utils?|Impl|Data|Info|Dto)");
    private static final Set<String> TOO_WIDE = Set.of("Exception", "Throwable");

    private final DocTrees trees;
    private final CompilationUnitTree unit;
    private final boolean isTest;
    private final String file;
    private final List<String> breaches = new ArrayList<>();

    private SourceRules(DocTrees trees, CompilationUnitTree unit, boolean isTest, String file) {
        this.trees = trees;
        this.unit = unit;
        this.isTest = isTest;
        this.file = file;
    }

    /// One sentence for each breach, in the order of the files given. Tests may have many
    /// parameters.
    static List<String> breaches(List<Path> main, List<Path> test, Path root) {
        var found = new ArrayList<String>();
        found.addAll(breaches(main, false, root));
        found.addAll(breaches(test, true, root));
        return found;
    }

    private static List<String> breaches(List<Path> sources, boolean areTests, Path root) {
        if (sources.isEmpty()) return List.of();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<String>();
        try (var files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            var task =
                    (JavacTask)
                            compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            var trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                String file = root.relativize(Path.of(unit.getSourceFile().toUri())).toString();
                var rules = new SourceRules(trees, unit, areTests, file);
                rules.scan(unit, null);
                found.addAll(rules.breaches);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        String name = type.getSimpleName().toString();
        if (EMPTY_WORDS.matcher(name).matches()) {
            say(
                    type,
                    "the name %s says nothing of the field: use a word of the glossary"
                            .formatted(name));
        }
        boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
        boolean isTopLevel =
                getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
        if (isPublic && isTopLevel && !isTest && trees.getDocComment(getCurrentPath()) == null) {
            say(type, "the public type %s has no comment".formatted(name));
        }
        return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        long lines = lastLine(method) - firstLine(method) + 1;
        if (lines > METHOD_LINES_MAX) {
            say(
                    method,
                    "%s has %s lines, %s are allowed"
                            .formatted(method.getName(), lines, METHOD_LINES_MAX));
        }
        int parameters = method.getParameters().size();
        if (parameters > PARAMETERS_MAX
                && !isTest
                && !isCompactConstructor(method)
                && !overrides(method)) {
            say(
                    method,
                    "%s has %s parameters, after %s make it a record"
                            .formatted(method.getName(), parameters, PARAMETERS_MAX));
        }
        return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitCatch(CatchTree clause, @Nullable Void nothing) {
        String type = clause.getParameter().getType().toString();
        if (TOO_WIDE.contains(type))
            say(clause, "catches %s: name what can go wrong".formatted(type));
        return super.visitCatch(clause, null);
    }

    /// The parser shows a record's compact constructor with the record's components as parameters.
    private boolean isCompactConstructor(MethodTree method) {
        Tree owner = getCurrentPath().getParentPath().getLeaf();
        return owner.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
    }

    private static boolean overrides(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(it -> it.getAnnotationType().toString().equals("Override"));
    }

    private long firstLine(Tree tree) {
        return lineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    private long lastLine(Tree tree) {
        return lineMap().getLineNumber(trees.getSourcePositions().getEndPosition(unit, tree));
    }

    private LineMap lineMap() {
        return unit.getLineMap();
    }

    private void say(Tree tree, String breach) {
        breaches.add("%s:%s %s".formatted(file, firstLine(tree), breach));
    }
}
