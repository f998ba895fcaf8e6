package dev.migtrue.report;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * How many columns of a terminal a text takes, by what the JDK knows of its characters: nothing for combining marks,
 * two for ideographs, kana, Hangul, fullwidth forms and emoji, else one. Good for aligning names, not for typesetting.
 */
final class Width {

    /** The first combining mark; everything before it is narrow and stands alone. */
    private static final int FIRST_MARK = 0x300;

    private Width() {}

    static int of(String text) {
        if (text.chars().allMatch(unit -> unit < FIRST_MARK)) {
            return text.length();
        }
        // Composed first: a Hangul syllable may come as two or three letters that a terminal shows as one.
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(Width::of)
                .sum();
    }

    private static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        UnicodeBlock block = UnicodeBlock.of(point);
        if (UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block)) {
            return isFullwidth(point);
        }
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
            default -> UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(block) || Character.isEmojiPresentation(point);
        };
    }

    /** Fullwidth forms are wide twins of ASCII; the other half of their block is narrow twins of kana. */
    private static boolean isFullwidth(int point) {
        String twin = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        return twin.codePoints().allMatch(plain -> plain < 0x80);
    }
}
