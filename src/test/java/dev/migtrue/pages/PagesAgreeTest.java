package dev.migtrue.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.migtrue.judge.rule.Meeting;
import dev.migtrue.judge.rule.Repetition;
import dev.migtrue.judge.rule.Rule;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.judge.rule.Rules;
import dev.migtrue.judge.rule.SchemaDrift;
import dev.migtrue.model.RuleId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Page, class, list and index agree about which rules there are. */
class PagesAgreeTest {

    private static final List<String> FRONT_MATTER = List.of(
            "id", "severity", "needs", "group", "since", "roles", "kinds", "promises", "default", "aliases", "peers");

    @Test
    void everyListedRuleHasAPageOfItsNameAndEveryPageARule() {
        assertThat(Pages.files())
                .as("the pages are those of the rules listed in Rules.ALL")
                .extracting(file -> Objects.toString(file.getFileName()))
                .containsExactlyElementsOf(
                        Rules.ALL.stream().map(rule -> rule.id() + ".md").toList());
    }

    @Test
    void everyPageGivesTheIdThatItsFileIsNamedAfter() {
        assertThat(Pages.all().keySet())
                .extracting(id -> Pages.FOLDER.resolve(id + ".md"))
                .containsExactlyElementsOf(Pages.files());
    }

    @Test
    void theListIsSortedById() {
        assertThat(Rules.ALL).extracting(Rule::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everyRuleClassIsListedAndNamedAfterItsId() {
        Set<String> classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackagesOf(Rule.class).stream()
                        .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface() && !type.isEnum())
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        assertThat(classes)
                .as("the rule classes are those listed in Rules.ALL")
                .isEqualTo(listed().map(rule -> rule.getClass().getSimpleName()).collect(Collectors.toSet()))
                .isEqualTo(listed().map(rule -> inCapitals(rule.id())).collect(Collectors.toSet()));
    }

    private static Stream<Rule> listed() {
        return Rules.ALL.stream().filter(rule -> !(rule instanceof Enum));
    }

    @Test
    void everyRowOfRulesIsListed() {
        assertThat(Rules.ALL.stream().filter(Enum.class::isInstance))
                .containsExactlyInAnyOrderElementsOf(Stream.<Rule[]>of(Meeting.values(), Repetition.values(), SchemaDrift.values())
                        .flatMap(Arrays::stream)
                        .toList());
    }

    @Test
    void frontMatterHasItsKeysInOrderAndNoOthers() {
        assertThat(Pages.files()).allSatisfy(file -> {
            List<String> keys = Pages.read(file)
                    .lines()
                    .skip(1)
                    .takeWhile(line -> !line.equals("---"))
                    .map(line -> line.substring(0, line.indexOf(':')))
                    .toList();
            assertThat(FRONT_MATTER.stream().filter(keys::contains)).containsExactlyElementsOf(keys);
            assertThat(keys).startsWith("id", "severity", "needs", "group", "since");
        });
    }

    @Test
    void noIdOrAliasIsUsedTwice() {
        Set<String> names = new HashSet<>();
        for (RulePage page : Pages.all().values()) {
            assertThat(names.add(page.id().value())).as(page.id().value()).isTrue();
            assertThat(page.aliases()).allMatch(names::add);
        }
    }

    /** The index is nobody's to write: where it is behind, this writes it anew, once, and says so. In CI it only compares. */
    @Test
    void theIndexListsEveryPage() {
        String index = index();
        boolean isBehind = !Pages.read(Pages.INDEX).equals(index);
        if (isBehind && System.getenv("CI") == null) {
            Pages.write(Pages.INDEX, index);
        }
        assertThat(isBehind)
                .as("rules/README.md is behind the pages; outside CI it has just been written anew")
                .isFalse();
    }

    private static String index() {
        String rows = Pages.all().values().stream().map(PagesAgreeTest::row).collect(Collectors.joining());
        return """
                # Rules

                One page each: what it means, examples that run as tests, what to do. `migtrue explain RULE` prints the same text.

                | rule | severity | needs | what |
                |---|---|---|---|
                """ + rows;
    }

    private static String row(RulePage page) {
        String needs = page.needs().stream().sorted().map(need -> need.label()).collect(Collectors.joining(", "));
        return "| [%1$s](%1$s.md) | %2$s | %3$s | %4$s |%n"
                .formatted(page.id(), page.level().label(), needs, page.title())
                .replace("\r\n", "\n");
    }

    /** {@code untracked-migration} is {@code UntrackedMigration}. */
    private static String inCapitals(RuleId id) {
        return Arrays.stream(id.value().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
