package dev.migtrue.gather.address;

import dev.migtrue.gather.database.Secret;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The secrets that a text which may be an address gives away, however malformed it is. */
final class Spoken {

    /** Up to the last at sign before a question mark, and up to the very last one: either may stand in a password. */
    private static final List<Pattern> LOGINS =
            List.of(Pattern.compile("(?s)://(?<login>[^?]*)@"), Pattern.compile("(?s)://(?<login>.*)@"));

    private static final Pattern GO_LOGIN = Pattern.compile("(?s)^[^:@/=]*:(?<password>.*)@(?:[a-z0-9]*\\(|/)");
    private static final Pattern ORACLE_LOGIN = Pattern.compile("(?i)^jdbc:oracle:[a-z]+:[^/@]*/(?<password>.*)@");

    private static final Pattern ITEM = Pattern.compile(
            "(?i)(?:[\\w-]*(?:password|passwd|passphrase|passcode|secret|token|access[_-]?key)|\\bpwd|\\bpass)"
                    + "\\s*=\\s*(?:\\{(?<braced>(?:[^}]|}})*)}|\"(?<double>[^\"]*)\"|'(?<single>(?:[^'\\\\]|\\\\.)*)'|(?<bare>[^&;\\s]*))");

    private Spoken() {}

    static List<Secret> in(String text) {
        List<Secret> secrets = new ArrayList<>();
        LOGINS.stream().flatMap(login -> login.matcher(text).results()).forEach(found -> {
            String login = found.group(1);
            int colon = login.indexOf(':');
            if (colon >= 0) {
                add(login.substring(colon + 1), secrets);
            }
        });
        for (Pattern pattern : List.of(GO_LOGIN, ORACLE_LOGIN)) {
            pattern.matcher(text).results().forEach(found -> add(found.group(1), secrets));
        }
        ITEM.matcher(text).results().forEach(found -> {
            for (int group = 1; group <= found.groupCount(); group++) {
                Optional.ofNullable(found.group(group)).ifPresent(value -> add(value, secrets));
            }
        });
        return secrets;
    }

    private static void add(String written, List<Secret> secrets) {
        if (!written.isEmpty()) {
            secrets.add(new Secret(Encoded.decode(written), written));
            String unescaped = written.replaceAll("\\\\(.)", "$1");
            if (!unescaped.equals(written)) {
                secrets.add(new Secret(unescaped, written));
            }
        }
    }

    /** What somebody who is trusted says. */
    static Claim claim(Origin origin, Supplier<String> address, Path folder, Map<String, String> environment) {
        try {
            return new Claim.Address(
                    origin, SpokenAddress.read(address.get(), folder).completed(environment));
        } catch (UsageException unusable) {
            return new Claim.Unknown(origin, String.valueOf(unusable.getMessage()));
        }
    }
}
