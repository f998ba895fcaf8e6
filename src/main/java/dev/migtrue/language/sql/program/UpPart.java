package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Marker;
import dev.migtrue.language.sql.Piece;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of a file is run when its migration is applied, where a tool's comments divide it.
 *
 * @param places in their order; never none
 * @param mode how the file itself wants to be put into transactions; absent where it does not say
 */
public record UpPart(List<Place> places, Optional<Mode> mode) {

    public UpPart {
        places = List.copyOf(places);
    }

    /** Comments at the top of a file that are told to no statement: those of sqlx and Atlas. */
    private static final Pattern WITHOUT_TRANSACTION =
            Pattern.compile("\\A(?:-- no-transaction\\b|-- atlas:txmode none\\b)");

    /** All that does not lie behind a comment which begins a way back. */
    public static UpPart of(Script script) {
        List<Place> places = new ArrayList<>();
        int start = 0;
        boolean isUp = true;
        boolean isApart = WITHOUT_TRANSACTION.matcher(script.tokens().source()).find();
        for (Piece piece : script.pieces()) {
            if (piece instanceof Piece.Mark mark) {
                Marker marker = mark.marker();
                int at = piece.clause().place().start();
                if (isUp && marker.beginsWayBack()) {
                    places.add(new Place(start, at));
                    isUp = false;
                } else if (!isUp && marker.beginsWayThere()) {
                    start = at;
                    isUp = true;
                }
                isApart |= isUp && marker.refusesTransaction();
            }
        }
        if (isUp) {
            places.add(new Place(start, script.tokens().source().length()));
        }
        return new UpPart(places, isApart ? Optional.of(Mode.STATEMENT_BY_STATEMENT) : Optional.empty());
    }

    /**
     * What a file does, read in this way.
     *
     * @param usual how it is put into transactions where it does not say
     */
    public static Program program(String text, Dialect dialect, Mode usual) {
        UpPart up = of(Script.of(text, dialect));
        return new Program(
                dialect,
                up.mode().orElse(usual),
                up.places().stream()
                        .<Operation>map(place -> new Operation.Written(text, place))
                        .toList());
    }
}
