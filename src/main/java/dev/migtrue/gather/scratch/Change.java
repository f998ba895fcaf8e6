package dev.migtrue.gather.scratch;

/**
 * Something that is not as it was.
 *
 * @param what a table, rows, a counter …, in lower case
 * @param detail what is known besides, in words; may be empty
 */
public record Change(Way way, String what, String name, String detail) {

    public enum Way {
        GONE("-"),
        NEW("+"),
        CHANGED("~");

        private final String sign;

        Way(String sign) {
            this.sign = sign;
        }
    }

    @Override
    public String toString() {
        return way.sign + what + " " + name + (detail.isEmpty() ? "" : ": " + detail);
    }
}
