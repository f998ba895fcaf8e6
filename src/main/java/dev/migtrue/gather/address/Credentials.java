package dev.migtrue.gather.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A login that is told beside an address. What the address itself says goes before it. */
record Credentials(Optional<String> user, Optional<String> password) {

    static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

    Credentials {
        user = user.filter(name -> !name.isEmpty());
        password = password.filter(secret -> !secret.isEmpty());
    }

    /** An address with this login in it, in the way of its kind. */
    String into(String address) {
        String start = address.toLowerCase(Locale.ROOT);
        if (equals(NONE) || start.startsWith("sqlite") || start.startsWith("jdbc:sqlite")) {
            return address;
        }
        if (start.startsWith("jdbc:oracle:thin:@")) {
            return address.substring(0, 17) + user.orElse("") + "/" + password.orElse("") + address.substring(17);
        }
        if (start.startsWith("jdbc:sqlserver:") || start.startsWith("jdbc:h2:")) {
            return address
                    + (start.contains(";user=")
                            ? ""
                            : user.map(name -> ";user=" + name).orElse(""))
                    + (start.contains(";password=")
                            ? ""
                            : password.map(secret -> ";password=" + braced(start, secret))
                                    .orElse(""));
        }
        return UrlText.parse(address.replaceFirst("^(?i)jdbc:", ""))
                .map(url -> start.startsWith("jdbc:") ? "jdbc:" + inQuery(url) : inFront(url))
                .orElse(address);
    }

    private static String braced(String start, String secret) {
        return start.startsWith("jdbc:sqlserver:") && !secret.matches("[\\w.-]*")
                ? "{" + secret.replace("}", "}}") + "}"
                : secret;
    }

    private String inQuery(UrlText url) {
        List<UrlText.Item> query = new ArrayList<>(url.query());
        user.filter(name -> url.user().isEmpty())
                .ifPresent(name -> query.add(new UrlText.Item("user", Encoded.of(name))));
        password.filter(secret -> !url.hasPassword())
                .ifPresent(secret -> query.add(new UrlText.Item("password", Encoded.of(secret))));
        return url.withQuery(query).text();
    }

    private String inFront(UrlText url) {
        String name = url.user().or(() -> user).map(Encoded::of).orElse("");
        boolean isTold = url.hasPassword() || (password.isEmpty() && url.user().isPresent());
        String secret = password.map(value -> ":" + Encoded.of(value)).orElse("");
        return isTold
                ? url.text()
                : new UrlText(url.scheme(), Optional.of(name + secret), url.hosts(), url.path(), url.query()).text();
    }

    /** What is printed ends up in logs. */
    @Override
    public String toString() {
        return user.map(name -> "login of " + name).orElse("no login");
    }
}
