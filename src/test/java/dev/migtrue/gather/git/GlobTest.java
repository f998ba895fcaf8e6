package dev.migtrue.gather.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What cannot be asked of git in a test; all else is compared with git in {@link IgnoreRulesTest}. */
class GlobTest {

    @Test
    @Timeout(10)
    void triesAPatternOfManyStarsInReasonableTime() {
        String many = "a".repeat(300);

        assertThat(new Glob("*a".repeat(40) + "b", LetterCase.MATTERS).matches(many))
                .isFalse();
        assertThat(new Glob("**/*a*".repeat(20) + "b", LetterCase.MATTERS).matches("a/".repeat(300)))
                .isFalse();
        assertThat(new Glob("*a".repeat(40) + "*b", LetterCase.MATTERS).matches(many + "b"))
                .isTrue();
    }
}
