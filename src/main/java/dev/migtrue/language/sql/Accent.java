package dev.migtrue.language.sql;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dialect that texts sound like, where no one says what they are.
 *
 * @param sign the most telling words that speak for it
 */
public record Accent(Dialect dialect, String sign) {

    /** A sign that others have seldom, and one that they have never. */
    private static final int SELDOM = 1;

    private static final int NEVER = 3;

    /** Less is no more than chance. */
    private static final int ENOUGH = 2;

    /** Comments and strings say nothing; what MySQL runs of its comments does. */
    private static final Pattern SILENT = Pattern.compile("--[^\\r\\n]*|/\\*(?!!)(?s:.*?)\\*/|'[^']*+'");

    /** What only databases have of which nothing is read here. */
    private static final Pattern FOREIGN = Pattern.compile(
            "\\bENGINE\\s*=?\\s*\\w*MergeTree\\b|\\bON CLUSTER\\b|\\bNullable\\(|\\bLowCardinality\\(",
            Pattern.CASE_INSENSITIVE);

    private record Sign(Dialect dialect, int weight, Pattern words) {}

    private static final List<Sign> SIGNS = List.of(
            sign(Dialect.POSTGRESQL, NEVER, "\\b(?:BIG|SMALL)?SERIAL\\b"),
            sign(
                    Dialect.POSTGRESQL,
                    NEVER,
                    "\\bTIMESTAMPTZ\\b|\\bJSONB\\b|\\bBYTEA\\b|\\bTSVECTOR\\b|\\bCITEXT\\b|\\bHSTORE\\b"),
            sign(Dialect.POSTGRESQL, NEVER, "\\bCREATE EXTENSION\\b|\\bLANGUAGE plpgsql\\b|\\bDO \\$|\\bAS \\$\\w*\\$"),
            sign(
                    Dialect.POSTGRESQL,
                    NEVER,
                    "\\bUSING (?:gin|gist|brin)\\b|\\b(?:INDEX|REFRESH MATERIALIZED VIEW) CONCURRENTLY\\b"),
            sign(Dialect.POSTGRESQL, NEVER, "\\bCREATE TYPE [\\w.\"]+ AS ENUM\\b|\\bALTER TYPE [\\w.\"]+ ADD VALUE\\b"),
            sign(
                    Dialect.POSTGRESQL,
                    NEVER,
                    "[\\w)'] ?::[a-z]|\\bOWNER TO\\b|\\bCREATE POLICY\\b|\\bROW LEVEL SECURITY\\b"),
            sign(Dialect.POSTGRESQL, NEVER, "\\bDEFERRABLE INITIALLY\\b|\\bALTER TABLE ONLY\\b|\\bpg_catalog\\b"),
            sign(Dialect.POSTGRESQL, SELDOM, "\\bON CONFLICT\\b|\\bRETURNING\\b|\\bILIKE\\b|\\bUUID\\b|\\w\\[\\]"),
            sign(
                    Dialect.POSTGRESQL,
                    SELDOM,
                    "\\bALTER COLUMN [\\w\"]+ (?:TYPE|SET NOT NULL|DROP NOT NULL|SET DEFAULT)\\b"),
            sign(
                    Dialect.MYSQL,
                    NEVER,
                    "\\bENGINE ?= ?(?:InnoDB|MyISAM|MEMORY|NDB)\\b|\\bAUTO_INCREMENT\\b|/\\*!\\d{5}"),
            sign(
                    Dialect.MYSQL,
                    NEVER,
                    "\\b(?:DEFAULT )?CHARSET ?= ?|\\bCHARACTER SET utf8|\\bON UPDATE CURRENT_TIMESTAMP\\b"),
            sign(
                    Dialect.MYSQL,
                    NEVER,
                    "\\bUNSIGNED\\b|\\b(?:TINY|MEDIUM)INT\\b|\\b(?:LONG|MEDIUM|TINY)TEXT\\b|\\bDELIMITER \\S"),
            sign(
                    Dialect.MYSQL,
                    NEVER,
                    "\\bMODIFY COLUMN\\b|\\bCHANGE COLUMN\\b|\\bINSERT IGNORE\\b|\\bDUPLICATE KEY UPDATE\\b"),
            sign(Dialect.MYSQL, SELDOM, "`\\w+`|\\bDATETIME\\b|\\bDROP FOREIGN KEY\\b"),
            sign(Dialect.MARIADB, NEVER, "\\bWITH SYSTEM VERSIONING\\b|\\bENGINE ?= ?Aria\\b"),
            sign(
                    Dialect.SQLITE,
                    NEVER,
                    "\\bAUTOINCREMENT\\b|\\bPRAGMA \\w|\\bWITHOUT ROWID\\b|\\bsqlite_master\\b|\\bCOLLATE NOCASE\\b"),
            sign(Dialect.SQLITE, NEVER, "\\bINSERT OR (?:IGNORE|REPLACE)\\b|\\bCREATE VIRTUAL TABLE\\b"),
            sign(Dialect.SQL_SERVER, NEVER, "(?m)^\\s*GO\\s*$|\\bNVARCHAR ?\\((?:MAX|\\d+)\\)|\\bIDENTITY ?\\(\\d"),
            sign(
                    Dialect.SQL_SERVER,
                    NEVER,
                    "\\[\\w+\\]\\.\\[\\w+\\]|\\[dbo\\]|\\bdbo\\.|\\bCLUSTERED\\b|\\bDATETIME2\\b"),
            sign(
                    Dialect.SQL_SERVER,
                    NEVER,
                    "\\bOBJECT_ID ?\\(|\\bsys\\.\\w+|\\bsp_rename\\b|\\bUNIQUEIDENTIFIER\\b|\\bGETDATE ?\\("),
            sign(Dialect.SQL_SERVER, SELDOM, "\\[\\w+\\] \\[?\\w+|\\bBEGIN TRY\\b|\\bSET NOCOUNT\\b|\\bDECLARE @\\w"),
            sign(Dialect.ORACLE, NEVER, "\\bN?VARCHAR2 ?\\(|\\bNUMBER ?\\(\\d|\\bSYSDATE\\b|\\bEXECUTE IMMEDIATE\\b"),
            sign(
                    Dialect.ORACLE,
                    NEVER,
                    "(?m)^/\\s*$|\\bDBMS_\\w+\\.|\\bFROM DUAL\\b|\\bUSER_(?:TABLES|TAB_COLUMNS|INDEXES)\\b"),
            sign(Dialect.H2, NEVER, "\\bMERGE INTO \\w+ ?(?:\\([^)]*\\) ?)?(?:KEY|VALUES)\\b|\\bVARCHAR_IGNORECASE\\b"),
            sign(Dialect.H2, NEVER, "\\bCREATE ALIAS\\b|\\bSCRIPT TO '"));

    private static Sign sign(Dialect dialect, int weight, String words) {
        return new Sign(
                dialect,
                weight,
                Pattern.compile(words.replace(" ", "\\s+").replace("\\s+?", "\\s*"), Pattern.CASE_INSENSITIVE));
    }

    /** What most speaks for it; absent where nothing does, or as much speaks for another. */
    public static Optional<Accent> of(List<String> texts) {
        Map<Dialect, Integer> scores = new EnumMap<>(Dialect.class);
        Map<Dialect, String> signs = new EnumMap<>(Dialect.class);
        for (String text : texts) {
            String spoken = SILENT.matcher(text).replaceAll(" '' ");
            if (FOREIGN.matcher(spoken).find()) {
                return Optional.empty();
            }
            for (Sign sign : SIGNS) {
                Matcher found = sign.words().matcher(spoken);
                if (found.find()) {
                    scores.merge(sign.dialect(), sign.weight(), Integer::sum);
                    if (sign.weight() == NEVER) {
                        signs.putIfAbsent(sign.dialect(), found.group());
                    } else if (!signs.containsKey(sign.dialect())) {
                        signs.put(sign.dialect(), found.group());
                    }
                }
            }
        }
        return best(scores).map(dialect -> new Accent(dialect, quoted(signs.getOrDefault(dialect, ""))));
    }

    /** MariaDB's own words stand among those that it shares with MySQL. */
    private static Optional<Dialect> best(Map<Dialect, Integer> scores) {
        if (scores.containsKey(Dialect.MARIADB)) {
            scores.merge(Dialect.MARIADB, scores.getOrDefault(Dialect.MYSQL, 0), Integer::sum);
            scores.remove(Dialect.MYSQL);
        }
        int most = scores.values().stream().mapToInt(score -> score).max().orElse(0);
        List<Dialect> first = scores.keySet().stream()
                .filter(dialect -> scores.getOrDefault(dialect, 0) == most)
                .toList();
        return most >= ENOUGH && first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
    }

    private static String quoted(String sign) {
        return "'" + sign.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT) + "'";
    }
}
