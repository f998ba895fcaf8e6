package dev.migtrue.gather.address;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keys that tell an address and the login for it, in files and in variables. */
record LoginKeys(String url, String user, String password) {

    /** {@code url}, {@code username} and {@code password} behind one prefix. */
    static LoginKeys of(String prefix) {
        return new LoginKeys(prefix + "url", prefix + "username", prefix + "password");
    }

    /** As {@link #of}, where the user is called just that. */
    static LoginKeys ofUser(String prefix) {
        return new LoginKeys(prefix + "url", prefix + "user", prefix + "password");
    }

    /** The first of these whose address is told. */
    static Optional<LoginKeys> told(List<LoginKeys> all, Map<String, String> values) {
        return all.stream()
                .filter(keys -> !values.getOrDefault(keys.url(), "").isBlank())
                .findFirst();
    }

    /** The variables that stand for these keys where frameworks take them relaxedly: {@code SPRING_DATASOURCE_URL}. */
    LoginKeys asVariables() {
        return new LoginKeys(relaxed(url), relaxed(user), relaxed(password));
    }

    /** The address that values give, with the login in it. */
    String address(Map<String, String> values, Filling filling) {
        String login = values.getOrDefault(user, "");
        String secret = values.getOrDefault(password, "");
        String address = Notations.canonical(filling.fill(values.getOrDefault(url, "")));
        return new Credentials(Optional.of(filling.fill(login)), Optional.of(filling.fill(secret))).into(address);
    }

    private static String relaxed(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
