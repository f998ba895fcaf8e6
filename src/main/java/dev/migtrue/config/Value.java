package dev.migtrue.config;

import java.util.List;

/** What stands in a file, before anybody asks what it means. */
sealed interface Value {

    Spot at();

    /** This value in the words of a message: {@code 'x'}, {@code a list}. */
    String found();

    /** One word or text, as it is written there without its quotes. */
    record Scalar(String text, ScalarType type, Spot at) implements Value {

        private static final int SHOWN = 60;

        @Override
        public String found() {
            return switch (type) {
                case NOTHING -> "nothing";
                case TEXT, NUMBER, TRUTH -> quoted();
            };
        }

        /** The text as a message may show it: an address may hold a password, wherever it was put. */
        String quoted() {
            if (text.contains("://") || text.matches("(?is).*(password|pwd)\\s*=.*")) {
                return "an address, which is not shown as it may hold a password";
            }
            StringBuilder shown = new StringBuilder("'");
            text.codePoints().limit(SHOWN).forEach(character -> {
                if (Character.isISOControl(character) || Character.getType(character) == Character.FORMAT) {
                    shown.append("\\u%04x".formatted(character));
                } else {
                    shown.appendCodePoint(character);
                }
            });
            return shown.append(text.codePointCount(0, text.length()) > SHOWN ? "…'" : "'")
                    .toString();
        }
    }

    /** What YAML takes a word for. */
    enum ScalarType {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }

    record Sequence(List<Value> items, Spot at) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String found() {
            return "a list";
        }
    }

    /** Members in the order of the file; no key stands there twice. */
    record Mapping(List<Member> members, Spot at) implements Value {
        public Mapping {
            members = List.copyOf(members);
        }

        @Override
        public String found() {
            return "keys with values";
        }
    }

    record Member(Scalar key, Value value) {}

    /** Something that is wrong by itself, and was told. */
    record Broken(Spot at) implements Value {
        @Override
        public String found() {
            return "nothing that could be read";
        }
    }
}
