package dev.migtrue.language.schema;

/** Where a text names something: its name as a word of its own, quoted or not. */
final class Mention {

    private Mention() {}

    /** The name without the types that a function takes. */
    static String bare(String name) {
        int types = name.indexOf('(');
        return types > 0 ? name.substring(0, types) : name;
    }

    static boolean isIn(String text, String name) {
        return next(text, name, 0) >= 0;
    }

    static String replace(String text, String name, String replacement) {
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        for (int at = next(text, name, 0); at >= 0; at = next(text, name, done)) {
            replaced.append(text, done, at).append(replacement);
            done = at + name.length();
        }
        return done == 0 ? text : replaced.append(text, done, text.length()).toString();
    }

    /** Where the name stands next; negative where it stands no more. */
    private static int next(String text, String name, int from) {
        if (name.isEmpty()) {
            return -1;
        }
        int at = text.indexOf(name, from);
        while (at >= 0 && (isInWord(text, at - 1) || isInWord(text, at + name.length()))) {
            at = text.indexOf(name, at + 1);
        }
        return at;
    }

    private static boolean isInWord(String text, int at) {
        return at >= 0
                && at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == '$');
    }
}
