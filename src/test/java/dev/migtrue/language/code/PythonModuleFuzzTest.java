package dev.migtrue.language.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;

/** Fuzzed with {@code JAZZER_FUZZ=1 mvn test -Dtest=PythonModuleFuzzTest}; otherwise the seeds are tried. */
class PythonModuleFuzzTest {

    private static final Set<String> NAMES = Set.of("revision", "down_revision");

    @FuzzTest(maxDuration = "60s")
    void whateverTheTextItIsReadAndItsSpansLieInIt(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();

        PythonModule module = PythonModule.read(text, NAMES);

        long lines = text.lines().count() + 1;
        assertThat(module.constants().values())
                .allSatisfy(constant -> assertThat(constant.span().endLine()).isLessThanOrEqualTo((int) lines));
    }
}
