package dev.migtrue.gather.scratch;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** What a server of others is asked for so that nothing of ours stays there. Each is of one session, which holds the locks. */
sealed interface Housekeeping {

    /** Has the session outlast long silence: with it would go the locks. */
    void settle() throws SQLException;

    /** The names of all databases, and of those that something else was made for. */
    List<String> names() throws SQLException;

    /** Takes the lock that stands for a name; false where another session has it. */
    boolean lock(String name) throws SQLException;

    void unlock(String name) throws SQLException;

    /** Drops a database, whoever is in it, with all that was made for it. */
    void drop(String name) throws SQLException;

    /** PostgreSQL. */
    record Postgres(Questions questions) implements Housekeeping {

        /** That it is about us; the other half of the number of a lock is the end of a name. */
        private static final int LOCKS = 0x6d696774;

        @Override
        public void settle() throws SQLException {
            questions.column(
                    "select set_config(name, '0', false) from pg_settings where name = 'idle_session_timeout'");
        }

        @Override
        public List<String> names() throws SQLException {
            return Stream.concat(
                            questions.column("select datname from pg_database").stream(),
                            questions
                                    .column("select replace(description, '%s', '') from pg_shdescription"
                                            .formatted(Scratch.NOTE_ON_ROLE))
                                    .stream())
                    .toList();
        }

        @Override
        public boolean lock(String name) throws SQLException {
            return asked("pg_try_advisory_lock", name).equals(List.of("t"));
        }

        @Override
        public void unlock(String name) throws SQLException {
            asked("pg_advisory_unlock", name);
        }

        private List<String> asked(String function, String name) throws SQLException {
            int number = Integer.parseUnsignedInt(name.substring(name.length() - 8), 16);
            return questions.column("select %s(%d, %d)".formatted(function, LOCKS, number));
        }

        @Override
        public void drop(String name) throws SQLException {
            for (String database : List.of(name, PostgresScratch.kept(name))) {
                questions.run("drop database if exists %s with (force)".formatted(PostgresScratch.quoted(database)));
            }
            List<String> roles = questions.column(
                    "select r.rolname from pg_roles as r join pg_shdescription as d on d.objoid = r.oid"
                            + " where d.classoid = 'pg_authid'::regclass and d.description = '%s%s'"
                                    .formatted(Scratch.NOTE_ON_ROLE, name.replace("'", "''")));
            for (String role : roles) {
                questions.run("drop role if exists " + PostgresScratch.quoted(role));
            }
        }
    }

    /** MariaDB or MySQL. */
    record MariaDb(Questions questions) implements Housekeeping {

        private static final int NO_SUCH_SESSION = 1094;

        @Override
        public void settle() throws SQLException {
            questions.run("SET SESSION wait_timeout = 86400, SESSION lock_wait_timeout = 5");
        }

        @Override
        public List<String> names() throws SQLException {
            return questions.column("SELECT schema_name FROM information_schema.schemata");
        }

        @Override
        public boolean lock(String name) throws SQLException {
            return questions
                    .column("SELECT get_lock('%s', 0)".formatted(plain(name)))
                    .equals(List.of("1"));
        }

        @Override
        public void unlock(String name) throws SQLException {
            questions.column("SELECT release_lock('%s')".formatted(plain(name)));
        }

        @Override
        public void drop(String name) throws SQLException {
            for (String session : questions.column(
                    "SELECT id FROM information_schema.processlist WHERE db = '%s' AND id <> connection_id()"
                            .formatted(plain(name)))) {
                end(session);
            }
            questions.run("DROP DATABASE IF EXISTS " + MariaDbScratch.quoted(name));
        }

        private void end(String session) throws SQLException {
            try {
                questions.run("KILL " + session);
            } catch (SQLException problem) {
                if (problem.getErrorCode() != NO_SUCH_SESSION) {
                    throw problem;
                }
            }
        }

        private static String plain(String name) {
            return name.replace("\\", "\\\\").replace("'", "''");
        }
    }
}
