package dev.migtrue.gather.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSecretsTest {

    private final KnownSecrets secrets = new KnownSecrets();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S3cr<et\"\\ %x",
                "s3CR<ET\"\\ %X",
                "S3cr%3Cet%22%5C+%25x",
                "S3cr%3Cet%22%5C%20%25x",
                "S3cr<et\\\"\\\\ %x",
                "S3cr&lt;et&quot;\\ %x",
                "S3cr<et\"\\ %25x"
            })
    void aSecretIsStruckOutHoweverItIsEncoded(String form) {
        secrets.remembering("postgresql://u:S3cr%3Cet%22%5C%20%25x@h/db");

        assertThat(secrets.withoutDistinctive("before " + form + " after")).isEqualTo("before *** after");
    }

    @Test
    void aWordStaysInReportsAndNotInFailures() {
        secrets.remembering("postgresql://u:admin@h/db");

        assertThat(secrets.withoutDistinctive("apps/admin/migrations")).isEqualTo("apps/admin/migrations");
        assertThat(secrets.withoutAny("no such user admin")).isEqualTo("no such user ***");
    }

    @Test
    void aPasswordOfOneLetterDoesNotTakeWordsApart() {
        secrets.remembering("postgresql://u:a@h/db");

        assertThat(secrets.withoutAny("a malformed database, a.")).isEqualTo("*** malformed database, ***.");
    }

    @Test
    void theyDoNotPrint() {
        secrets.remembering("postgresql://u:hunter2hunter2@h/db");

        assertThat(secrets).hasToString("1 secrets");
    }
}
