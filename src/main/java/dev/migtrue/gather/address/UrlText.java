package dev.migtrue.gather.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A URL taken apart as it is written: nothing in it is decoded.
 *
 * @param scheme what stands before {@code ://}
 * @param hosts with their ports; may be empty
 * @param path what follows the hosts, with its slash; may be empty
 */
record UrlText(String scheme, Optional<String> userInfo, String hosts, String path, List<Item> query) {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<scheme>[A-Za-z][A-Za-z0-9+._-]*)://(?<authority>[^/?]*)(?<path>[^?]*)(\\?(?<query>.*))?");

    /** One setting of a query. */
    record Item(String key, String value) {

        String decoded() {
            return Encoded.decode(value);
        }

        @Override
        public String toString() {
            return value.isEmpty() ? key : key + "=" + value;
        }
    }

    UrlText {
        query = List.copyOf(query);
    }

    /** Absent where a text is no URL, or holds an {@code @} where none may be: it may then be part of a password. */
    static Optional<UrlText> parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || shape.group("path").contains("@")) {
            return Optional.empty();
        }
        String authority = shape.group("authority");
        int at = authority.lastIndexOf('@');
        return Optional.of(new UrlText(
                shape.group("scheme"),
                at < 0 ? Optional.empty() : Optional.of(authority.substring(0, at)),
                authority.substring(at + 1),
                shape.group("path"),
                items(Optional.ofNullable(shape.group("query")).orElse(""))));
    }

    private static List<Item> items(String query) {
        List<Item> items = new ArrayList<>();
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            if (!each.isEmpty()) {
                items.add(
                        equals < 0
                                ? new Item(each, "")
                                : new Item(each.substring(0, equals), each.substring(equals + 1)));
            }
        }
        return items;
    }

    /** The scheme in lower case and without a driver's name: {@code postgresql} of {@code postgresql+psycopg}. */
    String kind() {
        return scheme.toLowerCase(Locale.ROOT).replaceFirst("\\+.*", "");
    }

    /** What a key of the query is set to, decoded; the first counts. */
    Optional<String> setting(String key) {
        return query.stream()
                .filter(item -> item.key().equals(key))
                .map(Item::decoded)
                .findFirst();
    }

    Optional<String> user() {
        return userInfo.map(info -> Encoded.decode(info.replaceFirst(":.*", "")))
                .filter(user -> !user.isEmpty())
                .or(() -> setting("user"));
    }

    boolean hasPassword() {
        return userInfo.filter(info -> info.contains(":")).isPresent()
                || setting("password").isPresent();
    }

    UrlText withQuery(List<Item> other) {
        return new UrlText(scheme, userInfo, hosts, path, other);
    }

    /** As it was written. */
    String text() {
        String items = query.stream().map(Item::toString).collect(Collectors.joining("&"));
        return scheme + "://" + userInfo.map(info -> info + "@").orElse("") + hosts + path
                + (items.isEmpty() ? "" : "?" + items);
    }

    /** What is printed ends up in logs. */
    @Override
    public String toString() {
        return scheme + "://…";
    }
}
