package dev.migtrue.system.flyway;

import dev.migtrue.model.FileText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the source of a class says of it as a migration, in Java, Kotlin, Groovy or Scala. It holds nothing of the file's
 * name: equal texts say the same.
 */
sealed interface ClassSource {

    /** Reads a file. A constant, as trees want it. */
    Function<FileText, ClassSource> READ = ClassSource::read;

    /** What a class has to do with Flyway by a type of its own: {@code org.flywaydb}, or what somebody built on that. */
    Pattern OF_FLYWAY = Pattern.compile("flywaydb|(?m)^[ \\t]*import [\\w.]*\\.flyway\\.");

    /** Whether a file mentions Flyway. A constant, as trees want it. */
    Function<FileText, Boolean> MENTIONS_FLYWAY = file -> file instanceof FileText.Decoded decoded
            && OF_FLYWAY.matcher(decoded.text()).find();

    /** Of this Flyway makes no migration, whatever it is called: it is abstract, or extends and implements nothing. */
    record NoMigration() implements ClassSource {}

    /** If it is a migration, its name is all that tells which. */
    record Unsaid() implements ClassSource {}

    /** A migration that tells its version itself. */
    record Numbered(Version version, Optional<String> description) implements ClassSource {}

    /** A migration that says it has no version, so that it is repeatable; known by its description. */
    record Unnumbered(String description) implements ClassSource {}

    /** A migration whose version is known only when it runs. */
    record Computed() implements ClassSource {}

    private static ClassSource read(FileText file) {
        return file instanceof FileText.Decoded decoded ? new Reader(decoded.text()).read() : new Unsaid();
    }

    /** Looks for a few shapes in the text, comments taken out; everything else is left unsaid. */
    final class Reader {

        // Possessive: text of any length must fit, and Java's matcher recurses where it may come back.
        private static final Pattern STRING =
                Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'\\\\?.'");
        private static final Pattern COMMENT_OR_STRING =
                Pattern.compile(STRING.pattern() + "|//[^\\n]*|/\\*(?s:.*?)\\*/");
        private static final Pattern DECLARATION =
                Pattern.compile("(?m)^[ \\t]*(?<modifiers>(?:@\\w+(?:\\([^)]*\\))?\\s+"
                        + "|(?:public|protected|private|internal|final|open|abstract|sealed|non-sealed|static|data|case)\\s+)*)"
                        + "(?<kind>class|interface|trait|enum|record|object)\\s+\\w+(?<header>[^{]*)");
        private static final Pattern SUPERTYPE = Pattern.compile("\\b(?:extends|implements)\\b|:");
        private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)|<[^<>]*>");
        private static final String BODY = "\\s*(?:\\(\\s*\\))?[^={}();]*(?:=|\\{)\\s*(?:return\\b\\s*)?";
        private static final Pattern VERSION = Pattern.compile("\\bgetVersion\\b" + BODY + "(?<value>[^;\\n}]+)");
        private static final Pattern FROM_VERSION = Pattern.compile(
                "(?:MigrationVersion\\s*\\.\\s*)?fromVersion\\s*\\(\\s*(?<text>\"[^\"\\\\$]*\"|\\w+)\\s*\\)");
        private static final Pattern DESCRIPTION =
                Pattern.compile("\\bgetDescription\\b" + BODY + "\"(?<text>[^\"\\\\$]*)\"");

        private final String text;

        private Reader(String text) {
            this.text = COMMENT_OR_STRING
                    .matcher(text)
                    .replaceAll(found -> found.group().startsWith("/") ? " " : Matcher.quoteReplacement(found.group()));
        }

        private ClassSource read() {
            List<Boolean> none = DECLARATION
                    .matcher(outermost(text))
                    .results()
                    .map(Reader::isNoMigration)
                    .toList();
            return !none.isEmpty() && !none.contains(false)
                    ? new NoMigration()
                    : version().orElseGet(Unsaid::new);
        }

        /** What stands in no braces, these left in, so that classes within others are not seen. */
        private static String outermost(String text) {
            StringBuilder kept = new StringBuilder();
            int depth = 0;
            for (char character : STRING.matcher(text).replaceAll("").toCharArray()) {
                if (character == '}') {
                    depth = Math.max(0, depth - 1);
                }
                if (depth == 0) {
                    kept.append(character);
                }
                if (character == '{') {
                    depth++;
                }
            }
            return kept.toString();
        }

        private static boolean isNoMigration(MatchResult declaration) {
            String header = declaration.group("header");
            while (IN_BRACKETS.matcher(header).find()) {
                header = IN_BRACKETS.matcher(header).replaceAll("");
            }
            return declaration.group("modifiers").matches("(?s).*\\b(?:abstract|sealed)\\b.*")
                    || declaration.group("kind").matches("interface|trait")
                    || !SUPERTYPE.matcher(header).find();
        }

        private Optional<ClassSource> version() {
            Matcher method = VERSION.matcher(text);
            return text.contains("MigrationVersion") && method.find()
                    ? Optional.of(version(method.group("value").strip()))
                    : Optional.empty();
        }

        private ClassSource version(String value) {
            Optional<String> description = first(DESCRIPTION);
            if (value.equals("null")) {
                return description.<ClassSource>map(Unnumbered::new).orElseGet(Computed::new);
            }
            Matcher literal = FROM_VERSION.matcher(value);
            return literal.matches()
                    ? constant(literal.group("text"))
                            .flatMap(Version::parse)
                            .<ClassSource>map(version -> new Numbered(version, description))
                            .orElseGet(Computed::new)
                    : new Computed();
        }

        /** The text of a literal, or of a constant in the same file. */
        private Optional<String> constant(String expression) {
            return expression.startsWith("\"")
                    ? Optional.of(expression.substring(1, expression.length() - 1))
                    : first(Pattern.compile("\\b" + expression
                            + "\\b\\s*(?::\\s*String\\s*)?=\\s*\"(?<text>[^\"\\\\$]*)\"\\s*(?:;|\\n)"));
        }

        private Optional<String> first(Pattern pattern) {
            Matcher found = pattern.matcher(text);
            return found.find() ? Optional.of(found.group("text")) : Optional.empty();
        }
    }
}
