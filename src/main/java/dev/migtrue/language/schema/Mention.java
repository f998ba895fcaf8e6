package dev.migtrue.language.schema;

/** Where a text names something: its name as a word of its own, quoted or not. */
public final class Mention {

    private static final String QUOTES = "\"`";

    private Mention() {}

    /** The name without the types that a function takes. */
    static String bare(String name) {
        int types = name.indexOf('(');
        return types > 0 ? name.substring(0, types) : name;
    }

    /** Whether a text names something, letter case and all. */
    public static boolean isIn(String text, String name) {
        return next(text, name, 0) >= 0;
    }

    /** A text with a mark for what it names, with its schema or without. */
    static String masked(String text, ObjectId named, String mark) {
        String name = bare(named.name());
        if (named.kind() == ObjectKind.SCHEMA) {
            // Others may bear the name as well; what stands before a dot is the schema.
            return replace(text, name + ".", mark + ".");
        }
        String unqualified = named.schema()
                .map(schema -> replace(text, schema + "." + name, mark))
                .orElse(text);
        return replace(unqualified, name, mark);
    }

    private static String replace(String text, String name, String replacement) {
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        for (int at = next(text, name, 0); at >= 0; at = next(text, name, done)) {
            int end = at + name.length();
            boolean isQuoted = isQuoted(text, at, end);
            replaced.append(text, done, isQuoted ? at - 1 : at).append(replacement);
            done = isQuoted ? end + 1 : end;
        }
        return done == 0 ? text : replaced.append(text, done, text.length()).toString();
    }

    /** Where the name stands next; negative where it stands no more. */
    private static int next(String text, String name, int from) {
        if (name.isEmpty()) {
            return -1;
        }
        int at = text.indexOf(name, from);
        while (at >= 0 && (isCut(text, at) || isCut(text, at + name.length()))) {
            at = text.indexOf(name, at + 1);
        }
        return at;
    }

    private static boolean isQuoted(String text, int start, int end) {
        return start > 0
                && end < text.length()
                && text.charAt(start - 1) == text.charAt(end)
                && QUOTES.indexOf(text.charAt(end)) >= 0;
    }

    /** Whether a word goes on across a place. */
    private static boolean isCut(String text, int at) {
        return isInWord(text, at - 1) && isInWord(text, at);
    }

    private static boolean isInWord(String text, int at) {
        return at >= 0
                && at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == '$');
    }
}
