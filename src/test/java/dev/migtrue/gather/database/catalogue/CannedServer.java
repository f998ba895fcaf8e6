package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.Schema;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.tools.SimpleResultSet;
import org.jspecify.annotations.Nullable;

/**
 * A server that is not here: what its documentation says that it answers to queries that hold a certain text. To all others, no row.
 *
 * @param facts what the driver says of it: the answers of the connection and of its metadata, by the names of their methods
 * @param answers tables of texts, the first line holds the names of the columns
 * @param asked the queries that came, in their order
 */
public record CannedServer(Map<String, Object> facts, Map<String, String> answers, List<String> asked) {

    public CannedServer(Map<String, Object> facts) {
        this(facts, new LinkedHashMap<>(), new ArrayList<>());
    }

    /** Says these rows to a query that holds {@code text}: values between bars; {@code -} is NULL, {@code 1} a number, {@code 1L} a long one, {@code yes} is true. */
    public CannedServer says(String text, String rows) {
        answers.put(text, rows);
        return this;
    }

    /** What a catalogue makes of its answers. */
    public Schema read(Catalogue catalogue) {
        return new JdbcQuestions(proxy(Connection.class, this::answer))
                .schema(catalogue)
                .without(catalogue.omissions());
    }

    private @Nullable Object answer(Object proxy, Method method, Object[] arguments) {
        String sql = arguments != null && arguments[0] instanceof String text ? text : "";
        return switch (method.getName()) {
            case "createStatement" -> statement(Statement.class, sql);
            case "prepareStatement" -> statement(PreparedStatement.class, sql);
            case "prepareCall" -> statement(CallableStatement.class, sql);
            case "getMetaData" -> proxy(DatabaseMetaData.class, this::ofMetaData);
            default -> fact(method);
        };
    }

    private @Nullable Object ofMetaData(Object proxy, Method method, Object[] arguments) {
        return method.getReturnType() == ResultSet.class ? rows(method.getName()) : fact(method);
    }

    private <T extends Statement> T statement(Class<T> type, String prepared) {
        List<String> sent = new ArrayList<>(List.of(prepared));
        return proxy(type, (proxy, method, arguments) -> {
            if (arguments != null
                    && arguments[0] instanceof String sql
                    && method.getName().startsWith("execute")) {
                sent.add(sql);
            }
            return switch (method.getName()) {
                case "executeQuery", "getResultSet" -> rows(sent.getLast());
                case "execute" -> true;
                default -> fact(method);
            };
        });
    }

    private ResultSet rows(String sql) {
        asked.add(sql);
        SimpleResultSet rows = new SimpleResultSet();
        String table = answers.entrySet().stream()
                .filter(answer -> sql.contains(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("nothing");
        List<String[]> lines =
                table.lines().map(line -> line.strip().split(" *\\| *", -1)).toList();
        Arrays.stream(lines.getFirst()).forEach(name -> rows.addColumn(name, Types.JAVA_OBJECT, 0, 0));
        lines.stream()
                .skip(1)
                .forEach(line ->
                        rows.addRow(Arrays.stream(line).map(CannedServer::value).toArray()));
        // H2's rows do not take how many are to come at once.
        return proxy(
                ResultSet.class,
                (proxy, method, arguments) ->
                        method.getName().equals("setFetchSize") ? null : method.invoke(rows, arguments));
    }

    private static @Nullable Object value(String text) {
        return switch (text) {
            case "-" -> null;
            case "yes" -> true;
            case "no" -> false;
            default -> number(text);
        };
    }

    private static Object number(String text) {
        if (text.matches("\\d+L")) {
            return Long.valueOf(text.substring(0, text.length() - 1));
        }
        return text.matches("-?\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    private @Nullable Object fact(Method method) {
        Object known = facts.get(method.getName());
        if (known != null) {
            return known;
        }
        Class<?> type = method.getReturnType();
        if (type == String.class) {
            return "";
        }
        if (type == int.class) {
            return 0;
        }
        return type == boolean.class ? false : null;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CannedServer.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
