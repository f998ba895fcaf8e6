package dev.migtrue.gather.scratch.server;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** MariaDB or MySQL, as small as it gets. */
record MariaDbRecipe(Installation installation, Path folder) implements Recipe {

    /** What MariaDB's own tables are made by; the file names of older versions begin otherwise. */
    private static final List<String> SYSTEM_TABLES = List.of("system_tables.sql", "system_tables_data.sql");

    @Override
    public ServerKind kind() {
        return installation.kind();
    }

    @Override
    public void write(String password) throws IOException {
        Files.createDirectory(folder.resolve("data"));
        // MariaDB begins with users who need no password, from wherever they come.
        String nobodyElse = kind() == ServerKind.MARIADB
                ? "DELETE FROM mysql.global_priv WHERE user = '' OR (user = 'root' AND host <> 'localhost');\nFLUSH PRIVILEGES;\n"
                : "";
        Files.writeString(first(), nobodyElse + "ALTER USER root@localhost IDENTIFIED BY '" + password + "';\n");
        if (kind() == ServerKind.MARIADB) {
            try (OutputStream all = Files.newOutputStream(systemTables())) {
                all.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n"
                        .getBytes(StandardCharsets.US_ASCII));
                for (String name : SYSTEM_TABLES) {
                    Files.copy(script(name), all);
                }
            }
        }
    }

    private Path first() {
        return folder.resolve("first.sql");
    }

    private Path systemTables() {
        return folder.resolve("system.sql");
    }

    private Path script(String name) {
        return Stream.of(shared().resolve("mariadb_" + name), shared().resolve("mysql_" + name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new Failure(
                        "the MariaDB below %s is not whole: no mariadb_%s".formatted(installation.base(), name),
                        "name another with --scratch-server"));
    }

    private Path shared() {
        return Stream.of("share", "share/mariadb", "share/mysql")
                .map(name -> installation.base().resolve(name))
                .filter(each -> Files.exists(each.resolve("mariadb_system_tables.sql"))
                        || Files.exists(each.resolve("mysql_system_tables.sql")))
                .findFirst()
                .orElse(installation.base().resolve("share"));
    }

    @Override
    public List<List<String>> preparation() {
        Stream<String> common = Stream.of(
                "--no-defaults",
                "--basedir=" + installation.base(),
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder,
                "--innodb-buffer-pool-size=16M");
        if (kind() == ServerKind.MYSQL) {
            return List.of(Stream.concat(
                            Stream.of(installation.program(kind().server())),
                            Stream.concat(common, Stream.of("--initialize-insecure")))
                    .toList());
        }
        Stream<String> fed = Stream.of(
                "/bin/sh",
                "-c",
                "file=$1; shift; exec \"$@\" <\"$file\"",
                "sh",
                systemTables().toString());
        return List.of(Stream.of(
                        fed,
                        Stream.of(installation.program(kind().server())),
                        common,
                        Stream.of(
                                "--bootstrap",
                                "--lc-messages-dir=" + shared(),
                                "--skip-grant-tables",
                                "--loose-innodb-log-file-size=8M"))
                .flatMap(each -> each)
                .toList());
    }

    @Override
    public List<String> server(int port) {
        return List.of(
                installation.program(kind().server()),
                "--no-defaults",
                "--basedir=" + installation.base(),
                "--lc-messages-dir=" + shared(),
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("s"),
                "--pid-file=" + folder.resolve("pid"),
                "--init-file=" + first(),
                "--secure-file-priv=" + folder.resolve("data"),
                "--local-infile=OFF",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--max-connections=20",
                "--innodb-buffer-pool-size=16M",
                "--innodb-flush-log-at-trx-commit=0",
                "--loose-innodb-log-file-size=8M",
                "--loose-innodb-doublewrite=OFF",
                "--loose-innodb-use-native-aio=OFF",
                "--loose-performance-schema=OFF",
                "--loose-mysqlx=OFF",
                "--loose-lc-messages=en_US");
    }

    @Override
    public String readyWords() {
        return "ready for connections";
    }

    @Override
    public String signal() {
        return "KILL";
    }

    @Override
    public String user() {
        return "root";
    }
}
