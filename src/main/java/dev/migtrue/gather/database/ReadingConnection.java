package dev.migtrue.gather.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is given to a library that writes its queries itself. What is no read does not pass, settings and the transaction stay as
 * they are, and each answer is waited for as long as one of ours. It remembers failures: a library may take a refused query for an empty answer.
 */
final class ReadingConnection {

    /** What Liquibase only tries: it asks other tables where it may not ask these, and does without the version and the setting. */
    private static final List<String> TRIED =
            List.of("dba_recyclebin", "all_types", "dbms_utility.db_version", "ddl_lock_timeout");

    /** Oracle's way to be asked in an old manner; other comments do not pass. */
    private static final String HINT = "/*+rule*/";

    private final Connection connection;
    private final Watch watch;
    private Optional<SQLException> failure = Optional.empty();

    ReadingConnection(Connection connection, Watch watch) {
        this.connection = connection;
        this.watch = watch;
    }

    /** What may be given away. */
    Connection shared() {
        return proxy(Connection.class, this::onConnection);
    }

    /** What was said to the first query that was refused, here or by the database; absent where all were answered. */
    Optional<SQLException> failure() {
        return failure;
    }

    private @Nullable Object onConnection(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        return switch (name) {
            case "createStatement" -> statement(Statement.class, call(connection, method, arguments), "");
            case "prepareStatement" ->
                statement(PreparedStatement.class, prepared(method, arguments), arguments[0].toString());
            case "prepareCall" ->
                statement(CallableStatement.class, prepared(method, arguments), arguments[0].toString());
            case "getMetaData" -> metaData(connection.getMetaData());
            default -> asIs(method, arguments);
        };
    }

    private Object prepared(Method method, Object[] arguments) throws Throwable {
        check(arguments[0].toString());
        return call(connection, method, arguments);
    }

    /** Whoever asks gets an answer; whoever wants something changed is not heard, or told so where an answer is waited for. */
    private @Nullable Object asIs(Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        boolean isQuestion =
                name.startsWith("get") || name.startsWith("is") || method.getDeclaringClass() == Object.class;
        if (!isQuestion && method.getReturnType() != void.class) {
            throw new SQLFeatureNotSupportedException(name);
        }
        return isQuestion ? call(connection, method, arguments) : null;
    }

    private <T extends Statement> T statement(Class<T> type, Object statement, String prepared) {
        return proxy(type, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute") && !method.getName().startsWith("addBatch")) {
                return ofPart(statement, method, arguments);
            }
            String sql = arguments == null ? prepared : arguments[0].toString();
            check(sql);
            return answer(statement, method, arguments, sql);
        });
    }

    private DatabaseMetaData metaData(DatabaseMetaData metaData) {
        return proxy(
                DatabaseMetaData.class,
                (proxy, method, arguments) -> method.getReturnType() == ResultSet.class
                        ? answer(metaData, method, arguments, method.getName())
                        : ofPart(metaData, method, arguments));
    }

    /** Behind a statement stands the connection itself. */
    private Object ofPart(Object part, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getConnection" -> shared();
            case "unwrap" -> throw new SQLFeatureNotSupportedException(method.getName());
            default -> call(part, method, arguments);
        };
    }

    private Object answer(Object asked, Method method, Object[] arguments, String sql) throws Throwable {
        watch.begin();
        try {
            return call(asked, method, arguments);
        } catch (SQLException refused) {
            throw remembered(refused, sql);
        } finally {
            watch.end();
        }
    }

    private void check(String sql) throws SQLException {
        if (!ReadOnlyStatements.allow(sql.replace(HINT, "").strip())) {
            throw remembered(
                    new SQLFeatureNotSupportedException("refused to send a statement that does more than read"), sql);
        }
    }

    private SQLException remembered(SQLException refusal, String sql) {
        String small = sql.toLowerCase(Locale.ROOT);
        if (failure.isEmpty() && TRIED.stream().noneMatch(small::contains)) {
            failure = Optional.of(refusal);
        }
        return refusal;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ReadingConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
