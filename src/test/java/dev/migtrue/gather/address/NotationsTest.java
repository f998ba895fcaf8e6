package dev.migtrue.gather.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // libpq, and what is right already
                "postgresql://u:p@h:1/db?sslmode=require | postgresql://u:p@h:1/db?sslmode=require",
                "host=h port=1 dbname=db user=u password='a b' | postgresql:///?host=h&port=1&dbname=db&user=u&password=a%20b",
                "host = h  password='it\\'s' | postgresql:///?host=h&password=it%27s",
                "postgresql+psycopg2://u:p@h/db | postgresql+psycopg2://u:p@h/db",
                "postgresql+asyncpg://u:p@h/db?ssl=require | postgresql+asyncpg://u:p@h/db?ssl=require",
                "jdbc:postgresql://h/db?user=u | jdbc:postgresql://h/db?user=u",
                "jdbc:p6spy:postgresql://h/db | jdbc:postgresql://h/db",
                "r2dbc:pool:postgresql://u:p@h/db | postgresql://u:p@h/db",
                // names of drivers
                "psql://u:p@h/db | postgresql://u:p@h/db",
                "postgis://u:p@h/db | postgresql://u:p@h/db",
                "pdo-pgsql://u:p@h/db?serverVersion=16&charset=utf8 | postgresql://u:p@h/db",
                "ecto://u:p@h/db?ssl=true&pool_size=10 | postgresql://u:p@h/db?ssl=true",
                "pgx5://u:p@h/db?x-migrations-table=m&sslmode=disable | postgresql://u:p@h/db?sslmode=disable",
                "cockroach://u@h:26257/db | cockroachdb://u@h:26257/db",
                "mysqlgis://u:p@h/db | mysql://u:p@h/db",
                "mysql2://u:p@h/db?pool=5 | mysql://u:p@h/db",
                "trilogy://u:p@h/db | mysql://u:p@h/db",
                "mysql+pymysql://u:p@h/db | mysql+pymysql://u:p@h/db",
                // Prisma
                "postgresql://u:p@h/db?schema=app&connection_limit=5 | postgresql://u:p@h/db?search_path=app",
                "postgresql://u:p@h/db?schema=app&pgbouncer=true | postgresql://u:p@h/db",
                "postgresql://h/db?sslmode=require&sslaccept=strict | postgresql://h/db?sslmode=verify-full&sslrootcert=system",
                "postgresql://h/db?sslaccept=strict&sslcert=ca.pem | postgresql://h/db?sslrootcert=ca.pem&sslmode=verify-full",
                "file:./dev.db | sqlite:./dev.db",
                "file:./dev.db?connection_limit=1 | sqlite:./dev.db",
                "file:///tmp/dev.db | sqlite:/tmp/dev.db",
                // SQLite
                "sqlite:///app.db | sqlite:///app.db",
                "sqlite3:db/app.db | sqlite:db/app.db",
                "sqlite3:///var/app.db?x-no-tx-wrap=true | sqlite:/var/app.db",
                "sqlite3://app.db | sqlite:app.db",
                "spatialite:////var/app.db | sqlite:////var/app.db",
                "sqlite:///%kernel.project_dir%/var/data.db | sqlite:///var/data.db",
                "sqlite+aiosqlite:///app.db | sqlite+aiosqlite:///app.db",
                // Sqitch
                "db:pg://u:p@h/db | postgresql://u:p@h/db",
                "db:pg:db | postgresql:///db",
                "db:sqlite:app.db | sqlite:app.db",
                "db:mysql://u@h/db | mysql://u@h/db",
                // Go
                "u:p@ss@tcp(h:3307)/db?parseTime=true | mysql://u:p%40ss@h:3307/db",
                "u@/db | mysql://u@127.0.0.1/db",
                "tcp(h)/db?tls=true | mysql://h/db?sslMode=VERIFY_IDENTITY",
                "mysql://u:p%40@tcp(h:3306)/db?x-no-lock=true | mysql://u:p%40@h:3306/db",
                "sqlserver://u:p@h:1433?database=db&encrypt=true | jdbc:sqlserver://h:1433;databaseName=db;user=u;password=p;encrypt=true",
                "sqlserver://u:p@h/SQLEXPRESS?database=db | jdbc:sqlserver://h\\SQLEXPRESS;databaseName=db;user=u;password=p",
                // SQL Server elsewhere
                "sqlserver://h:1433;database=db;user=u;password={a;b} | jdbc:sqlserver://h:1433;database=db;user=u;password={a;b}",
                "mssql+pyodbc://u:p@h/db?driver=ODBC+Driver+18 | jdbc:sqlserver://h;databaseName=db;user=u;password=p",
                "mssql+pyodbc:///?odbc_connect=DRIVER%3D%7BODBC+Driver+18+for+SQL+Server%7D%3BSERVER%3Dh%2C1433%3BDATABASE%3Ddb%3BUID%3Du%3BPWD%3Dp"
                        + " | jdbc:sqlserver://h:1433;databaseName=db;user=u;password=p",
                // ADO.NET
                "Host=h;Port=1;Database=db;Username=u;Password=p | postgresql://u:p@h:1/db",
                "Host=h;Database=db;Username=u;Password='a;b';SSL Mode=VerifyFull | postgresql://u:a%3Bb@h/db?sslmode=verify-full",
                "Server=tcp:h,1433;Initial Catalog=db;User ID=u;Password=\"a;b\";Encrypt=True"
                        + " | jdbc:sqlserver://h:1433;databaseName=db;user=u;password={a;b};encrypt=true",
                "Server=h;Port=3306;Database=db;Uid=u;Pwd=p;SslMode=Required | mysql://u:p@h:3306/db?sslMode=REQUIRED",
                "Data Source=app.db | sqlite:app.db",
                "Data Source=app;Mode=ReadOnly | sqlite:app"
            })
    void everyToolsNotationBecomesOneThatIsUnderstood(String written, String canonical) {
        assertThat(Notations.canonical(written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "foo/bar", "./app", "password=x", "", "C:/app.db", "a=b;c=d"})
    void whatIsNoAddressStaysAsItIs(String text) {
        assertThat(Notations.canonical(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:tc:postgresql:16:///db | it starts a container",
                "prisma://x?api_key=y | a service of Prisma",
                "u:geheim@unix(/tmp/mysql.sock)/db | Unix sockets are not supported",
                "Server=h;Database=db;User=u;Password=geheim | nothing in this list of keys tells the kind",
                "Server=h;Database=db;Integrated Security=SSPI | a login by Windows",
                "Server=(localdb)\\x;Database=db | a local database of Windows",
                "Driver={PostgreSQL};Database=db | no server is named",
                "host=h geheim | every keyword needs an equals sign",
                "host=h password='geheim | a quote is not closed"
            })
    void whatCannotBeUsedIsRefusedWithAReasonThatQuotesNothing(String written, String reason) {
        assertThatThrownBy(() -> Notations.canonical(written))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:geh%C3%A9im@h/db",
                "postgresql://u:geh@im/db@h/db?x=1",
                "postgresql://h/db?user=u&password=geheim",
                "postgresql://h/db?sslpassword=geheim",
                "u:geheim@tcp(h)/db",
                "host=h password='geheim'",
                "Server=h;Uid=u;PWD={geheim}",
                "jdbc:sqlserver://h;password={geheim}",
                "jdbc:oracle:thin:u/geheim@h:1521/x",
                "foo://u:geheim@h",
                "libsql://h?authToken=geheim"
            })
    void whatIsSecretInAnAddressIsKnownHoweverMalformed(String written) {
        assertThat(SpokenAddress.secretsIn(written))
                .anyMatch(secret -> secret.written().matches("geheim|geh%C3%A9im|geh@im/db|geheim'"));
    }

    @Test
    void anAddressDoesNotPrint() {
        SpokenAddress address = SpokenAddress.read("ecto://u:geheim@h/db", Path.of(""));

        assertThat(address.toString()).doesNotContain("geheim");
        assertThat(address.text().toString()).isEqualTo("***");
        assertThat(address.parse()).hasToString("postgresql://h:5432/db");
        assertThat(address.holdsSecret()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://h/db | postgresql://u:p%3A@h/db",
                "postgresql://me@h/db | postgresql://me:p%3A@h/db",
                "postgresql://me:x@h/db | postgresql://me:x@h/db",
                "jdbc:postgresql://h/db | jdbc:postgresql://h/db?user=u&password=p%3A",
                "jdbc:mysql://h/db?user=me | jdbc:mysql://h/db?user=me&password=p%3A",
                "jdbc:sqlserver://h;databaseName=db | jdbc:sqlserver://h;databaseName=db;user=u;password={p:}",
                "jdbc:h2:./app | jdbc:h2:./app;user=u;password=p:",
                "jdbc:oracle:thin:@h:1521/x | jdbc:oracle:thin:u/p:@h:1521/x",
                "sqlite:app.db | sqlite:app.db"
            })
    void aLoginThatIsToldBesideGoesIntoTheAddress(String address, String whole) {
        assertThat(new Credentials(Optional.of("u"), Optional.of("p:")).into(address))
                .isEqualTo(whole);
    }
}
