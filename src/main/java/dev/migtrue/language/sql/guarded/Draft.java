package dev.migtrue.language.sql.guarded;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement with words put into it. */
final class Draft {

    private final Clause statement;
    private final Tokens tokens;

    Draft(Clause statement) {
        this.statement = statement;
        this.tokens = statement.tokens();
    }

    Clause statement() {
        return statement;
    }

    /** Words put in at one place, and what the statement then says from one place to another. */
    GuardedForm inserting(Insertion insertion, Place shown) {
        return inserting(List.of(insertion), shown);
    }

    GuardedForm inserting(List<Insertion> insertions, Place shown) {
        return new GuardedForm(shown(insertions, shown), insertions);
    }

    /** Words in front of the statement, and behind all of it. */
    GuardedForm around(String before, String after) {
        List<Insertion> insertions = new ArrayList<>();
        insertions.add(new Insertion(start(), before));
        if (!after.isEmpty()) {
            insertions.add(new Insertion(end(), after));
        }
        return inserting(insertions, new Place(start(), end()));
    }

    int start() {
        return tokens.start(first());
    }

    /** Behind its last token that says something. */
    int end() {
        int last = statement.to() - 1;
        while (last > statement.from() && tokens.isSilent(last)) {
            last--;
        }
        return tokens.end(last);
    }

    private int first() {
        int first = statement.from();
        while (first < statement.to() - 1 && tokens.isSilent(first)) {
            first++;
        }
        return first;
    }

    /** Behind its first word. */
    int behindFirst() {
        return tokens.end(first());
    }

    /** Behind the last of these words that stand together somewhere before an offset; absent where they do not. */
    Optional<Integer> behind(List<String> words, int before) {
        Optional<Integer> end = Optional.empty();
        for (int index = statement.from(); index < statement.to() && tokens.start(index) < before; index++) {
            Optional<Integer> here = behindAt(index, words);
            if (here.isPresent() && here.get() <= before) {
                end = here;
            }
        }
        return end;
    }

    private Optional<Integer> behindAt(int index, List<String> words) {
        int at = index;
        int end = tokens.start(index);
        for (String word : words) {
            while (at < statement.to() && tokens.isSilent(at)) {
                at++;
            }
            if (at == statement.to() || !tokens.isWord(at, word)) {
                return Optional.empty();
            }
            end = tokens.end(at);
            at++;
        }
        return Optional.of(end);
    }

    private String shown(List<Insertion> insertions, Place shown) {
        StringBuilder text = new StringBuilder();
        for (int index = statement.from(); index < statement.to(); index++) {
            int start = tokens.start(index);
            if (start >= shown.end()) {
                break;
            }
            if (start >= shown.start()) {
                insertions.stream()
                        .filter(insertion -> insertion.at() == start)
                        .forEach(insertion -> text.append(insertion.text()));
                text.append(tokens.isSilent(index) ? " " : tokens.text(index));
            }
        }
        insertions.stream()
                .filter(insertion -> insertion.at() == shown.end())
                .forEach(insertion -> text.append(insertion.text()));
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
