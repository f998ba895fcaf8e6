package dev.migtrue.pages;

import dev.migtrue.judge.rule.RulePage;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** A test for each example of each page. A page that cannot be read fails by itself and leaves the others' tests alone. */
final class ExampleTests {

    /** What is to be seen of an example. */
    interface Check {
        void check(RulePage page, Example example) throws Exception;
    }

    private ExampleTests() {}

    static Stream<DynamicNode> of(Check check) {
        return Pages.all().values().stream()
                .map(page -> DynamicContainer.dynamicContainer(page.id().value(), tests(page, check)));
    }

    private static Stream<DynamicTest> tests(RulePage page, Check check) {
        try {
            return Pages.examples(page).stream()
                    .map(example -> DynamicTest.dynamicTest(example.heading(), () -> check.check(page, example)));
        } catch (IllegalArgumentException malformed) {
            return Stream.of(DynamicTest.dynamicTest("the page can be read", () -> {
                throw malformed;
            }));
        }
    }
}
