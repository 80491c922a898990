package org.vigie;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the JDK offers and our units may not take: the clock and chance (only the heads have them,
/// everybody else is given an `Instant` or a `RandomGenerator`), and in the core also threads, SQL,
/// the network and logging.
final class ForbiddenCalls {

    private static final Pattern HEADS = Pattern.compile("org\\.vigie\\.(cli|server)(\\..*)?");
    private static final Pattern CORE =
            Pattern.compile(
                    "org\\.vigie\\.(geo|record|warn|plan|assess|simulate|share|vault)(\\..*)?");

    private static final Pattern CLOCK =
            Pattern.compile(
                    "java\\.time\\..*\\.now\\(.*"
                            + "|java\\.time\\.(Clock|InstantSource)\\.(system|tick).*"
                            + "|java\\.lang\\.System\\.currentTimeMillis\\(.*"
                            + "|java\\.util\\.Date\\.<init>\\(\\)");
    private static final Pattern CHANCE =
            Pattern.compile(
                    "java\\.lang\\.Math\\.random\\(.*"
                            + "|java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)"
                            + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
                            + "|java\\.util\\.UUID\\.randomUUID\\(.*");

    private static final Pattern NOT_IN_CORE =
            Pattern.compile(
                    "java\\.sql\\..*|javax\\.sql\\..*|java\\.net\\.http\\..*"
                            + "|java\\.net\\.(Socket|ServerSocket|URL|URLConnection)|java\\.util\\.logging\\..*"
                            + "|java\\.lang\\.Thread|java\\.util\\.Timer"
                            + "|java\\.util\\.concurrent\\.(Executor.*|ForkJoin.*|CompletableFuture)");

    private ForbiddenCalls() {}

    /// One sentence for each forbidden call or type, sorted.
    static List<String> in(JavaClasses classes) {
        return classes.stream()
                .filter(outside(HEADS))
                .map(it -> List.of(clockAndChance(it), outOfCore(it)))
                .flatMap(Collection::stream)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> clockAndChance(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(it -> isClockOrChance(it.getTarget().getFullName()))
                .map(JavaAccess::getDescription)
                .toList();
    }

    private static boolean isClockOrChance(String call) {
        boolean givenAClock = call.endsWith("now(java.time.Clock)");
        return !givenAClock && (CLOCK.matcher(call).matches() || CHANCE.matcher(call).matches());
    }

    private static List<String> outOfCore(JavaClass type) {
        if (outside(CORE).test(type)) return List.of();
        return type.getDirectDependenciesFromSelf().stream()
                .map(it -> it.getTargetClass().getBaseComponentType().getName())
                .filter(NOT_IN_CORE.asMatchPredicate())
                .map(it ->
                        "%s uses %s, which has no place in the core".formatted(type.getName(), it))
                .toList();
    }

    private static Predicate<JavaClass> outside(Pattern packages) {
        return it -> !packages.matcher(it.getPackageName()).matches();
    }
}
