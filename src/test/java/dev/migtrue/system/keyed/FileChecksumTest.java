package dev.migtrue.system.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileChecksumTest {

    private static final FileChecksum PRISMAS = FileChecksum.SHA_256;

    @Test
    void itIsThatOfTheFileAsItIs() {
        assertThat(PRISMAS.of("hello")).hasToString("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    }

    @Test
    void otherLineEndsAreNoEdit() {
        assertThat(PRISMAS.accepted("a;\nb;\n")).contains(PRISMAS.of("a;\r\nb;\r\n"));
        assertThat(PRISMAS.accepted("a;\r\nb;\r\n")).contains(PRISMAS.of("a;\nb;\n"));
        assertThat(PRISMAS.accepted("a;\n")).doesNotContain(PRISMAS.of("a; \n"));
    }

    @Test
    void whatTheFirstVersionsStoredIsTakenToo() {
        assertThat(PRISMAS.accepted("hello"))
                .contains(PRISMAS.stored("2cf24dba5fb0a3e26e83b2ac5b9e29e1b161e5c1fa7425e7343362938b9824"));
    }
}
