package dev.migtrue.gather.database;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a ClickHouse server says over HTTP, in its documented binary format, to statements that hold a certain text. */
public final class ClickHouseAnswers implements AutoCloseable {

    private final HttpServer server;
    private final SequencedMap<String, Answer> answers = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> parameters = new CopyOnWriteArrayList<>();
    private final List<String> databases = new CopyOnWriteArrayList<>();

    /** One answer. */
    private sealed interface Answer {

        /** Each column has a name and a type; all values are texts, and absent ones are empty. */
        record Rows(SequencedMap<String, String> columns, List<List<String>> rows) implements Answer {}

        record Failure(int code, String message) implements Answer {}
    }

    public ClickHouseAnswers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The statements that came, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** What stood in the query of the URL of each. */
    List<String> parameters() {
        return List.copyOf(parameters);
    }

    /** In which database each was to run. */
    List<String> databases() {
        return List.copyOf(databases);
    }

    /** Says these rows to a statement that holds {@code text}; {@code columns} are written {@code name Type}. */
    public ClickHouseAnswers rows(String text, List<String> columns, List<List<String>> rows) {
        SequencedMap<String, String> types = new LinkedHashMap<>();
        for (String column : columns) {
            types.put(column.split(" ", 2)[0], column.split(" ", 2)[1]);
        }
        answers.put(text, new Answer.Rows(types, rows));
        return this;
    }

    ClickHouseAnswers failure(String text, int code, String message) {
        answers.put(text, new Answer.Failure(code, message));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sql = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(sql);
        parameters.add(String.valueOf(exchange.getRequestURI().getQuery()));
        databases.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-ClickHouse-Database")));
        Answer answer = answers.entrySet().stream()
                .filter(entry -> sql.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Answer.Failure(62, "Syntax error: nobody expected this statement: " + sql));
        exchange.getResponseHeaders().add("X-ClickHouse-Timezone", "UTC");
        switch (answer) {
            case Answer.Rows rows -> {
                exchange.getResponseHeaders().add("X-ClickHouse-Format", "RowBinaryWithNamesAndTypes");
                send(exchange, 200, binary(rows));
            }
            case Answer.Failure failure -> {
                exchange.getResponseHeaders().add("X-ClickHouse-Exception-Code", String.valueOf(failure.code()));
                String words = "Code: " + failure.code() + ". DB::Exception: " + failure.message()
                        + " (version 24.8.4.13 (official build))\n";
                send(exchange, failure.code() == 516 ? 403 : 500, words.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] binary(Answer.Rows answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(answer.columns().size());
        answer.columns().keySet().forEach(name -> text(out, name));
        answer.columns().values().forEach(type -> text(out, type));
        List<String> types = List.copyOf(answer.columns().values());
        for (List<String> row : answer.rows()) {
            for (int i = 0; i < types.size(); i++) {
                value(out, types.get(i), row.get(i));
            }
        }
        return out.toByteArray();
    }

    private static void value(ByteArrayOutputStream out, String type, String value) {
        switch (type) {
            case "String" -> text(out, value);
            case "Bool", "UInt8" -> out.write(Integer.parseInt(value));
            case "Int64" -> {
                long number = Long.parseLong(value);
                for (int shift = 0; shift < 64; shift += 8) {
                    out.write((int) (number >> shift));
                }
            }
            case "Nullable(String)" -> {
                out.write(value.isEmpty() ? 1 : 0);
                if (!value.isEmpty()) {
                    text(out, value);
                }
            }
            default -> throw new IllegalArgumentException(type);
        }
    }

    /** Before a text stands its length, seven bits in a byte, the lowest first. */
    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        for (; length > 127; length >>= 7) {
            out.write((length & 127) | 128);
        }
        out.write(length);
        out.writeBytes(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
