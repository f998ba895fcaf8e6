package dev.migtrue.gather;

import dev.migtrue.language.code.PythonTokens;
import dev.migtrue.language.code.file.CodeFile;
import dev.migtrue.language.sql.SqlFile;
import dev.migtrue.model.RepoPath;
import java.util.Optional;

/** The languages of which it is known what in a text is nothing but white space and comments. */
enum Substance {
    SQL,
    PYTHON;

    /** The language of a file, by its name; absent where it is none of these. */
    static Optional<Substance> of(RepoPath path) {
        if (SqlFile.is(path)) {
            return Optional.of(SQL);
        }
        return CodeFile.of(path.name()).filter(CodeFile.PYTHON::equals).map(python -> PYTHON);
    }

    /**
     * Whether two texts of one file differ in what runs.
     *
     * @param path where it lies
     */
    boolean differs(String before, String now, RepoPath path) {
        return switch (this) {
            case PYTHON -> !PythonTokens.of(before).equals(PythonTokens.of(now));
            case SQL ->
                switch (Difference.between(before, now, path)) {
                    case SQL, TEXT, PLACEHOLDERS -> true;
                    case LINE_ENDS, BYTE_ORDER_MARK, FINAL_LINE_END, WHITE_SPACE, COMMENTS, ENCODING -> false;
                };
        };
    }
}
