package dev.migtrue.cli;

import java.util.Map;

/** What {@code --color} says. */
enum ColorChoice {
    AUTO,
    ALWAYS,
    NEVER;

    /**
     * Whether to colour a stream. The option decides first, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then CLICOLOR and TERM, then whether a
     * person is looking.
     */
    boolean colours(Map<String, String> environment, Audience audience) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                if (isSet(environment, "NO_COLOR")) {
                    yield false;
                }
                if (isOn(environment, "FORCE_COLOR") || isOn(environment, "CLICOLOR_FORCE")) {
                    yield true;
                }
                boolean declined = "0".equals(environment.get("CLICOLOR"))
                        || "0".equals(environment.get("FORCE_COLOR"))
                        || "dumb".equals(environment.get("TERM"));
                yield !declined && audience == Audience.PERSON;
            }
        };
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    private static boolean isOn(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return !value.isEmpty() && !value.equals("0") && !value.equals("false");
    }

    /** Who reads a stream. */
    enum Audience {
        PERSON,
        PROGRAM
    }
}
