package dev.migtrue.config;

/**
 * A key of the file.
 *
 * @param doc what it is for, in one or two sentences: for editors, and for the file that {@code migtrue init} writes
 */
record Key<T>(String name, Form<T> form, Presence presence, String doc) {

    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    static <T> Key<T> required(String name, Form<T> form, String doc) {
        return new Key<>(name, form, Presence.REQUIRED, doc);
    }

    static <T> Key<T> optional(String name, Form<T> form, String doc) {
        return new Key<>(name, form, Presence.OPTIONAL, doc);
    }
}
