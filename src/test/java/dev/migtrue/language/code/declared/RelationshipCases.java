package dev.migtrue.language.code.declared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** Mapped classes, and whether their relationships hold. */
final class RelationshipCases {

    private static final String HEAD = """
            from sqlalchemy import Column, ForeignKey, Integer, Table
            from sqlalchemy.orm import declarative_base, declared_attr, relationship

            Base = declarative_base()

            """;

    /** @param verdict {@code fine}, {@code dangling}, or {@code silent} where they dangle and the text does not tell */
    record Case(String verdict, String name, String text) {}

    private RelationshipCases() {}

    static List<Case> all() {
        try {
            return Arrays.stream(Files.readString(EditedModels.FOLDER.resolve("relationships.txt"))
                            .split("### ", -1))
                    .skip(1)
                    .map(one -> {
                        String title = one.substring(0, one.indexOf('\n'));
                        int colon = title.indexOf(": ");
                        return new Case(
                                title.substring(0, colon),
                                title.substring(colon + 2),
                                HEAD + one.substring(one.indexOf('\n') + 1));
                    })
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
