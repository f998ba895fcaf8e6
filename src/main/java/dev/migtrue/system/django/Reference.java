package dev.migtrue.system.django;

/** How one migration names another. */
sealed interface Reference {

    /** A name that stands for the first migration of an app. */
    String FIRST = "__first__";

    /** A name that stands for whatever is the newest migration of an app. */
    String LATEST = "__latest__";

    /** By app and name; the name may be {@link #FIRST} or {@link #LATEST}. */
    record Named(String app, String name) implements Reference {}

    /** The first migration of the app that a setting names: {@code AUTH_USER_MODEL}. */
    record Swappable(String setting) implements Reference {}
}
