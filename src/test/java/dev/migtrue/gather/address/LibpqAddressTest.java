package dev.migtrue.gather.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.gather.address.LibpqSurroundings.Trust;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibpqAddressTest {

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();

    LibpqAddressTest(@TempDir Path home) {
        this.home = home;
        environment.put("HOME", home.toString());
    }

    @Test
    void variablesSayWhatTheAddressDoesNot() {
        environment.putAll(
                Map.of("PGHOST", "h", "PGPORT", "6432", "PGUSER", "u", "PGPASSWORD", "p", "PGSSLMODE", "require"));

        assertThat(completed("postgresql:///db"))
                .isEqualTo("postgresql:///db?host=h&port=6432&user=u&password=p&sslmode=require");
        assertThat(completed("postgresql://me:mine@other:1/db?sslmode=disable"))
                .isEqualTo("postgresql://me:mine@other:1/db?sslmode=disable");
        assertThat(completed("jdbc:postgresql://h/db?user=u&password=p"))
                .isEqualTo("jdbc:postgresql://h/db?user=u&password=p");
        assertThat(completed("mysql://h/db")).isEqualTo("mysql://h/db");
    }

    @Test
    void noVariableIsGivenToWhereAFileLeads() throws IOException {
        environment.putAll(Map.of("PGPASSWORD", "p", "PGUSER", "u", "PGSERVICE", "s"));
        passwords(".pgpass", "*:*:*:*:forall\nknown:*:*:me:known\n");

        assertThat(hinted("postgresql://me@evil/db")).isEqualTo("postgresql://me@evil/db?password=");
        assertThat(hinted("postgresql://me@known/db")).isEqualTo("postgresql://me@known/db?password=known");
    }

    @Test
    void thePasswordIsTheOneOfTheFirstLineThatFits() throws IOException {
        passwords(".pgpass", """
                # h:5432:db:u:comment
                h:5432:other:u:wrong database
                h:1:*:u:a\\:b\\\\c
                h:*:*:*:any
                """);

        assertThat(completed("postgresql://u@h:1/db")).endsWith("?password=a%3Ab%5Cc");
        assertThat(completed("postgresql://u@h/db")).endsWith("?password=any");
        assertThat(completed("postgresql://u:own@h/db")).isEqualTo("postgresql://u:own@h/db");
        assertThat(completed("postgresql://u@elsewhere/db")).isEqualTo("postgresql://u@elsewhere/db?password=");
    }

    @Test
    void aFileOfPasswordsThatOthersMayReadIsPassedOver() throws IOException {
        Path file = passwords("pass", "*:*:*:*:p\n");
        environment.put("PGPASSFILE", file.toString());

        assertThat(completed("postgresql://u@h/db")).endsWith("?password=p");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(completed("postgresql://u@h/db")).isEqualTo("postgresql://u@h/db?password=");
    }

    @Test
    void aServiceSaysWhatTheAddressDoesNot() throws IOException {
        Path file = Files.writeString(home.resolve("services"), """
                # comment
                [shop]
                host=h
                port=6432
                dbname=shop
                user=u
                password=a=b
                """);
        environment.put("PGSERVICEFILE", file.toString());

        assertThat(completed("postgresql:///?service=shop"))
                .isEqualTo("postgresql:///?service=shop&host=h&port=6432&dbname=shop&user=u&password=a%3Db");
        assertThat(completed("postgresql://me@other/db?service=shop"))
                .isEqualTo("postgresql://me@other/db?service=shop&port=6432&password=a%3Db");

        environment.put("PGSERVICE", "shop");

        assertThat(completed("postgresql:///")).contains("host=h");
        assertThatThrownBy(() -> completed("postgresql:///?service=gone"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no service is called so in " + file);
    }

    @Test
    void whatAServiceSaysIsNotMixedWithAHostThatAFileNames() throws IOException {
        Files.writeString(home.resolve(".pg_service.conf"), "[shop]\nhost=h\npassword=p\n");

        assertThat(hinted("postgresql://evil/db?service=shop")).doesNotContain("password=p");
        assertThat(hinted("postgresql:///db?service=shop")).endsWith("&host=h&password=p");
    }

    @Test
    void theServicesOfTheMachineComeAfterTheUsersOwn() throws IOException {
        Files.writeString(home.resolve("pg_service.conf"), "[shop]\nhost=machine\n");
        environment.put("PGSYSCONFDIR", home.toString());

        assertThat(completed("postgresql:///?service=shop")).contains("host=machine");

        Files.writeString(home.resolve(".pg_service.conf"), "[shop]\nhost=own\n");

        assertThat(completed("postgresql:///?service=shop")).contains("host=own");
    }

    @Test
    void rootsOfTheUserMakeLibpqCheckAServerThatMustEncrypt() throws IOException {
        Path roots = home.resolve(".postgresql").resolve("root.crt");
        Files.createDirectories(home.resolve(".postgresql"));
        Files.writeString(roots, "");

        assertThat(completed("postgresql://u:p@h/db?sslmode=require")).contains("sslrootcert=");
        assertThat(completed("postgresql://u:p@h/db?sslmode=prefer")).doesNotContain("sslrootcert=");
        assertThat(completed("jdbc:postgresql://h/db?sslmode=require&user=u&password=p"))
                .doesNotContain("sslrootcert=");
    }

    @Test
    void aKeyThatTheDriverCannotReadIsRefusedWithTheCommandThatConvertsIt() throws IOException {
        Path old = Files.writeString(home.resolve("old.key"), "-----BEGIN RSA PRIVATE KEY-----\n");
        Path plain = Files.writeString(home.resolve("plain.key"), "-----BEGIN PRIVATE KEY-----\n");

        assertThatThrownBy(() -> completed("postgresql://u:p@h/db?sslkey=" + old))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt -outform DER -in '" + old + "'");
        assertThat(completed("postgresql://u:p@h/db?sslkey=" + plain)).endsWith("plain.key");
    }

    private Path passwords(String name, String text) throws IOException {
        Path file = Files.writeString(home.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private String completed(String address) {
        return new LibpqAddress(address, LibpqSurroundings.of(environment)).completed();
    }

    private String hinted(String address) {
        return new LibpqAddress(address, new LibpqSurroundings(environment, Trust.OWN_HOSTS)).completed();
    }
}
