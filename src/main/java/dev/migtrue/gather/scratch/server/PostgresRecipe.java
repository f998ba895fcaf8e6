package dev.migtrue.gather.scratch.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL, as fast as it gets where nothing has to outlast a crash. */
record PostgresRecipe(Installation installation, Path folder) implements Recipe {

    @Override
    public ServerKind kind() {
        return ServerKind.POSTGRESQL;
    }

    @Override
    public void write(String password) throws IOException {
        Files.writeString(passwordFile(), password);
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Override
    public List<List<String>> preparation() {
        return List.of(List.of(
                installation.program("initdb"),
                "--pgdata=" + data(),
                "--username=" + user(),
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
    }

    @Override
    public List<String> server(int port) {
        return List.of(
                installation.program(kind().server()),
                "-D" + data(),
                "-p" + port,
                "-clisten_addresses=127.0.0.1",
                "-cunix_socket_directories=",
                "-cfsync=off",
                "-cfull_page_writes=off",
                "-csynchronous_commit=off",
                "-cautovacuum=off",
                "-cjit=off",
                // What crashed once is not worth its recovery.
                "-crestart_after_crash=off",
                "-cshared_buffers=16MB",
                "-cmax_connections=20",
                // Migrations may make publications, and prepare transactions.
                "-cwal_level=logical",
                "-cmax_prepared_transactions=2",
                "-clogging_collector=off",
                "-clog_destination=stderr",
                "-clog_timezone=UTC",
                "-ctimezone=UTC");
    }

    @Override
    public String readyWords() {
        return "database system is ready to accept connections";
    }

    @Override
    public String signal() {
        return "QUIT";
    }

    /** Migrations that name the owner of things often call him so. */
    @Override
    public String user() {
        return "postgres";
    }
}
