package dev.migtrue.gather.scratch;

import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.WritingLogin;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of a database whose server the user lets us use. Nothing is done in that database itself: ours are beside it, their names begin
 * with its name, and they are dropped in the end, or by the next run.
 */
public record ScratchUrl(DatabaseAddress address) {

    private static final Set<String> WORDS = Set.of(
            "scratch",
            "tmp",
            "temp",
            "temporary",
            "throwaway",
            "disposable",
            "test",
            "tests",
            "testing",
            "sandbox",
            "ci");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern LOOPBACK = Pattern.compile("//(127\\.0\\.0\\.1|\\[::1])(?=[:/])");

    /** How the user says that a database may be used. */
    public enum Consent {
        /** By its name. */
        BY_NAME,
        /** By saying so. */
        GIVEN
    }

    /**
     * Reads an address.
     *
     * @param checked where the databases are that the project has: none of them is ever used
     */
    public static ScratchUrl of(String text, Path folder, Consent consent, Collection<String> checked) {
        DatabaseAddress address = DatabaseAddress.parse(text, folder);
        String database = WritingLogin.of(address).database();
        if (checked.stream().map(ScratchUrl::place).anyMatch(place(address.target())::equals)) {
            throw new UsageException(
                    "--scratch-url: %s is a database of this project, and nothing is ever tried on those"
                            .formatted(address.target()));
        }
        if (consent == Consent.BY_NAME
                && NO_LETTERS.splitAsStream(database.toLowerCase(Locale.ROOT)).noneMatch(WORDS::contains)) {
            throw new UsageException(
                    "--scratch-url: the name of database '%s' does not say that it may be thrown away, as one with 'scratch' or"
                                    .formatted(database)
                            + " 'test' in it does; if it may, give --scratch-url-is-disposable");
        }
        return new ScratchUrl(address);
    }

    private static String place(String target) {
        return LOOPBACK.matcher(target.toLowerCase(Locale.ROOT))
                .replaceFirst("//localhost")
                .replaceFirst("^(mysql|mariadb):", "mariadb:");
    }

    /** The dialects that are spoken there. */
    Set<Dialect> dialects() {
        return address.target().startsWith("postgresql:")
                ? Set.of(Dialect.POSTGRESQL)
                : Set.of(Dialect.MYSQL, Dialect.MARIADB);
    }

    Scratch open(Dialect dialect) throws SQLException {
        if (!dialects().contains(dialect)) {
            throw new UsageException("--scratch-url: %s is no database for migrations in the dialect '%s'"
                    .formatted(address.target(), dialect.id()));
        }
        WritingLogin login = WritingLogin.of(address);
        Lease lease = Lease.take(login);
        try {
            OtherServer server = new OtherServer(login, lease);
            return dialect == Dialect.POSTGRESQL
                    ? new PostgresScratch(server, lease.name())
                    : new MariaDbScratch(server, dialect, lease.name());
        } catch (SQLException | RuntimeException problem) {
            try (lease) {
                throw problem;
            }
        }
    }

    /** What an address leads to. */
    private record OtherServer(WritingLogin login, Lease lease) implements Server {

        @Override
        public Owner owner() {
            return Owner.OTHERS;
        }

        @Override
        public Connection connect() throws SQLException {
            return login.connect(login.database());
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return login.connect(database);
        }

        @Override
        public Optional<Endpoint> endpoint(String database) {
            return login.account()
                    .map(account -> new Endpoint.OnServer(
                            account.host(), account.port(), account.user(), account.password(), database));
        }

        @Override
        public void close() {
            lease.close();
        }
    }
}
