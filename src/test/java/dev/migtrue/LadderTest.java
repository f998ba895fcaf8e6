package dev.migtrue;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.migtrue.system.MigrationSystems;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of packages in design.md as a test: who may use whom, and the few rules that hold for every class. */
class LadderTest {

    private static final String ROOT = "dev.migtrue.";
    private static final String LIQUIBASE = "system.liquibase.library";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.migtrue");

    /** What each package may use besides itself; a package that is not here is part of the nearest one above it. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("language.schema", List.of("model")),
            Map.entry("language.sql", List.of("model")),
            Map.entry("language.code", List.of("language.sql", "model")),
            Map.entry("language.effect", List.of("language.sql", "language.schema", "model")),
            Map.entry("system", List.of("language.code", "language.sql", "model")),
            Map.entry("facts", List.of("language.effect", "language.sql", "language.schema", "model")),
            Map.entry("gather.git", List.of("model")),
            Map.entry("gather.database", List.of("language.schema", "model")),
            Map.entry("gather.address", List.of("gather.database", "model")),
            Map.entry(
                    "gather.snapshot",
                    List.of(
                            "gather.database",
                            "gather.road",
                            "system",
                            "language.effect",
                            "language.sql",
                            "language.schema",
                            "model")),
            Map.entry("gather.road", List.of("system", "language.effect", "language.sql", "language.schema", "model")),
            Map.entry(
                    "gather.scratch",
                    List.of(
                            "gather.database",
                            "gather.road",
                            "system",
                            "language.effect",
                            "language.sql",
                            "language.schema",
                            "model")),
            Map.entry(
                    "gather",
                    List.of(
                            "gather.git",
                            "gather.database",
                            "gather.snapshot",
                            "gather.road",
                            "gather.scratch",
                            "system",
                            "facts",
                            "language.code",
                            "language.effect",
                            "language.sql",
                            "language.schema",
                            "config",
                            "model")),
            Map.entry("judge.rule", List.of("facts", "language.effect", "language.sql", "language.schema", "model")),
            Map.entry("judge", List.of("judge.rule", "facts", "language.sql", "model")),
            Map.entry("report", List.of("judge", "judge.rule", "facts", "language.schema", "model")),
            Map.entry("hook", List.of("gather.git", "model")),
            Map.entry("config", List.of("model")),
            Map.entry(
                    "cli",
                    List.of(
                            "config",
                            "hook",
                            "report",
                            "judge",
                            "judge.rule",
                            "gather",
                            "gather.git",
                            "gather.address",
                            "gather.database",
                            "gather.snapshot",
                            "gather.road",
                            "gather.scratch",
                            "system",
                            "facts",
                            "language.code",
                            "language.sql",
                            "language.schema",
                            "model")));

    @Test
    void everyPackageUsesOnlyWhatStandsBelowIt() {
        classes()
                .should(new ArchCondition<JavaClass>("use only what the ladder allows") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(LadderTest::isForbidden)
                                .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
                    }
                })
                .check(CODE);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("dev.migtrue.(**)")
                .should()
                .beFreeOfCycles()
                // The list of all systems names them on purpose, and each of them implements what stands beside the
                // list.
                .ignoreDependency(equivalentTo(MigrationSystems.class), alwaysTrue())
                .check(CODE);
    }

    @Test
    void noMigrationSystemKnowsAnother() {
        slices().matching("dev.migtrue.system.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    @Test
    void onlyTheEdgesTouchFilesDatabasesAndTheNetwork() {
        noClasses()
                .that(standIn("model", "language", "system", "facts", "judge", "report"))
                .and(DescribedPredicate.not(standIn(LIQUIBASE)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.sql..", "javax.sql..", "java.net..")
                .check(CODE);
    }

    /** Liquibase asks for its files as streams under a URI; see the decision on it. It gets texts in memory, and no way to anything else. */
    @Test
    void liquibaseIsGivenTextsInMemory() {
        noClasses()
                .that(standIn(LIQUIBASE))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.io..", "java.nio.file..", "java.sql..", "javax.sql..", "java.net..")
                                .and(DescribedPredicate.not(belongToAnyOf(
                                        InputStream.class,
                                        ByteArrayInputStream.class,
                                        FileNotFoundException.class,
                                        URI.class))))
                .check(CODE);
    }

    @Test
    void nothingHoldsStaticState() {
        fields().that().areStatic().should().beFinal().check(CODE);
    }

    @Test
    void noNameSaysNothing() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Base)|.*[.$]Abstract[A-Z].*")
                .check(CODE);
    }

    @Test
    void noSourceFileIsLongerThan300Lines() throws IOException {
        Map<Path, Integer> tooLong = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                int lines = Files.readAllLines(file).size();
                if (lines > 300) {
                    tooLong.put(file, lines);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static boolean isForbidden(Dependency use) {
        String target = use.getTargetClass().getPackageName() + ".";
        if (!target.startsWith(ROOT)) {
            return false;
        }
        Optional<String> from = rung(use.getOriginClass());
        Optional<String> to = rung(use.getTargetClass());
        boolean isBelow = from.equals(to)
                || from.flatMap(rung -> to.filter(mayUse(rung)::contains)).isPresent();
        return to.isEmpty() || !isBelow;
    }

    private static List<String> mayUse(String rung) {
        return MAY_USE.getOrDefault(rung, List.of());
    }

    /** The longest name in the table that holds a class. */
    private static Optional<String> rung(JavaClass type) {
        return MAY_USE.keySet().stream().filter(name -> isIn(type, name)).max(Comparator.comparing(String::length));
    }

    private static boolean isIn(JavaClass type, String name) {
        return (type.getPackageName() + ".").startsWith(ROOT + name + ".");
    }

    private static DescribedPredicate<JavaClass> standIn(String... names) {
        return DescribedPredicate.describe(
                "stand in " + String.join(", ", names),
                type -> Arrays.stream(names).anyMatch(name -> isIn(type, name)));
    }
}
