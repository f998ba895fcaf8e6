package dev.migtrue.facts;

/** In what two texts of a migration differ: everything in which they differ is of this sort, or of one further up. */
public enum Change {
    LINE_ENDS,
    BYTE_ORDER_MARK,
    FINAL_LINE_END,
    WHITE_SPACE,
    COMMENTS,
    /** Where one text has a placeholder, the other has a value. */
    PLACEHOLDERS,
    /** One text is the other, read in a wrong encoding. */
    ENCODING,
    /** The SQL itself. */
    SQL,
    /** More than can be told. */
    TEXT
}
