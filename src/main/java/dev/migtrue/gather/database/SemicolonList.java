package dev.migtrue.gather.database;

import java.util.ArrayList;
import java.util.List;

/** Settings with semicolons between, as SQL Server's drivers take them: {@code database=shop;password={a;b}}. */
final class SemicolonList {

    private final String text;
    private int at;

    private SemicolonList(String text) {
        this.text = text;
    }

    static List<NetworkUrl.Setting> parse(String text) {
        return new SemicolonList(text).settings();
    }

    private List<NetworkUrl.Setting> settings() {
        List<NetworkUrl.Setting> settings = new ArrayList<>();
        while (at < text.length()) {
            int end = end(at);
            if (text.substring(at, end).isBlank()) {
                at = end + 1;
            } else {
                settings.add(setting());
            }
        }
        return settings;
    }

    private NetworkUrl.Setting setting() {
        int equals = text.indexOf('=', at);
        if (equals < 0 || equals > end(at)) {
            throw MalformedAddress.because("a setting has no value; put one that holds a semicolon into braces");
        }
        String key = text.substring(at, equals).strip();
        boolean isBraced = text.startsWith("{", equals + 1);
        int end = isBraced ? closing(equals + 2) + 1 : end(equals + 1);
        String written = text.substring(equals + 1, end);
        if (isBraced && !text.substring(end, end(end)).isBlank()) {
            throw MalformedAddress.because("something follows a value in braces; write a closing brace in it twice");
        }
        at = end(end) + 1;
        String value = isBraced ? written.substring(1, written.length() - 1).replace("}}", "}") : written.strip();
        return new NetworkUrl.Setting(key, value, written);
    }

    /** Where the brace is that closes a value; two of them stand for one. */
    private int closing(int from) {
        int brace = text.indexOf('}', from);
        while (brace >= 0 && text.startsWith("}}", brace)) {
            brace = text.indexOf('}', brace + 2);
        }
        if (brace < 0) {
            throw MalformedAddress.because("a value in braces does not end");
        }
        return brace;
    }

    private int end(int from) {
        int semicolon = text.indexOf(';', from);
        return semicolon < 0 ? text.length() : semicolon;
    }
}
