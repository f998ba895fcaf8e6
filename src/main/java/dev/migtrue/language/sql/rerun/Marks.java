package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is set on objects from outside: comments and privileges. */
final class Marks {

    private static final java.util.regex.Pattern DATABASE =
            java.util.regex.Pattern.compile("(?i) ON ((?:`[^`]+`|\\w+|\\*) ?\\. ?\\*)");

    private final Engine engine;
    private final World world;
    private final Text text;

    Marks(Engine engine, Text text) {
        this.engine = engine;
        this.text = text;
        this.world = engine.world();
    }

    void comment(Action.Comment comment) {
        comment.name().ifPresent(name -> {
            Key key = engine.names().key(comment.kind(), name, comment.on(), Optional.empty());
            Key known = key.space() == Space.ROUTINE ? routine(key) : key;
            if (world.known(known) == World.Known.ABSENT && known.space() != Space.ROUTINE) {
                throw engine.missing(known);
            }
            world.assume(known, comment.kind());
            String text = comment.text().toString();
            world.change(
                    known,
                    entry -> text.equalsIgnoreCase("NULL") ? entry.without("comment") : entry.with("comment", text));
        });
    }

    private Key routine(Key key) {
        return world.keys(Space.ROUTINE, other -> other.name().startsWith(key.name())).stream()
                .findFirst()
                .orElse(key);
    }

    void grant(Action.Grant grant) {
        String privileges = grant.privileges().toString().toUpperCase(Locale.ROOT);
        String grantees = grantees(grant);
        if (text.plain().toUpperCase(Locale.ROOT).startsWith("ALTER DEFAULT")) {
            Key key = Key.of(Space.OTHER, "default privileges");
            world.assume(key, ObjectKind.ROLE);
            world.change(
                    key,
                    entry -> entry.with(
                            grantees + " " + privileges, grant.right().name()));
            return;
        }
        boolean isOfAll = (grant.objects().isEmpty() && ofDatabase().isEmpty()) || isAllIn(grant);
        List<Key> objects = isOfAll
                ? all(grant)
                : ofDatabase()
                        .map(List::of)
                        .orElseGet(
                                () -> grant.objects().stream().map(this::object).toList());
        for (Key key : objects) {
            if (key.space() == Space.RELATION && world.known(key) == World.Known.ABSENT) {
                throw engine.unknown(key);
            }
            if (grant.right() != Action.Grant.Right.GRANT) {
                requireGrant(grant, key, grantees);
            }
            world.assume(key, ObjectKind.TABLE);
            String value = grant.right() == Action.Grant.Right.GRANT ? "yes" : "no";
            for (String privilege : privileges(privileges)) {
                if (privilege.startsWith("ALL") && value.equals("no")) {
                    takeAll(key, grantees);
                }
                world.change(key, entry -> entry.with("grant " + grantees + " " + privilege, value));
            }
        }
    }

    /** One by one; the columns of a privilege stay with it. */
    private static List<String> privileges(String privileges) {
        return List.of(privileges.split(" ?, ?(?![^(]*\\))", -1));
    }

    private void takeAll(Key key, String grantees) {
        world.find(key).orElseThrow().facets().keySet().stream()
                .filter(facet -> facet.startsWith("grant " + grantees + " "))
                .forEach(facet -> world.change(key, entry -> entry.with(facet, "no")));
    }

    private static String grantees(Action.Grant grant) {
        return grant.grantees()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("^(to|from) ", "")
                .replaceAll("['\"` ]", "");
    }

    /** MySQL does not take what nobody has any of. */
    private void requireGrant(Action.Grant grant, Key key, String grantees) {
        boolean isStrict = engine.names().isOneWithDatabase() && !Engine.isGuarded(grant.modifiers());
        List<String> states = world.find(key).map(Entry::facets).orElse(Map.of()).entrySet().stream()
                .filter(facet -> facet.getKey().startsWith("grant " + grantees + " "))
                .map(Map.Entry::getValue)
                .toList();
        boolean isOfColumn = isStrict
                && privileges(grant.privileges().toString().toUpperCase(Locale.ROOT)).stream()
                        .filter(privilege -> privilege.contains("("))
                        .anyMatch(privilege -> world.find(key)
                                .filter(entry -> "no".equals(entry.facets().get("grant " + grantees + " " + privilege)))
                                .isPresent());
        boolean isOfAll = key.name().equals("privileges *.*") || isOfEverything(grant, key);
        if (isOfColumn || (isStrict && !isOfAll && states.contains("no") && !states.contains("yes"))) {
            boolean isRole = grant.objects().isEmpty();
            String code = isRole ? "1962" : key.space() == Space.RELATION ? "1147" : "1141";
            throw new Refused(Fault.MISSING, code, "there is no such grant");
        }
    }

    /** {@code REVOKE ALL PRIVILEGES, GRANT OPTION FROM u}. */
    private static boolean isOfEverything(Action.Grant grant, Key key) {
        return grant.objects().isEmpty()
                && key.space() == Space.OTHER
                && grant.privileges().words().stream().limit(1).anyMatch("ALL"::equalsIgnoreCase);
    }

    /** {@code ON app.*}, {@code ON *.*}. */
    private Optional<Key> ofDatabase() {
        if (engine.dialect() == dev.migtrue.language.sql.Dialect.H2
                && Text.words(text.plain()).contains("schema")) {
            return Optional.of(Key.of(Space.OTHER, "privileges on a schema"));
        }
        if (!engine.names().isOneWithDatabase()) {
            return Optional.empty();
        }
        java.util.regex.Matcher database = DATABASE.matcher(text.plain());
        return database.find() ? Optional.of(Key.of(Space.OTHER, "privileges " + database.group(1))) : Optional.empty();
    }

    private Key object(Mention mention) {
        return world
                .keys(key -> key.owner().isEmpty()
                        && key.space() != Space.RELATION
                        // A database or schema is often called as the role is that it is given to.
                        && key.space() != Space.ROLE
                        && key.name()
                                .replaceAll("\\(.*", "")
                                .replaceAll("^(function|procedure) ", "")
                                .equals(engine.names().plain(mention)))
                .stream()
                .findFirst()
                .orElse(engine.names().relation(mention));
    }

    private static boolean isAllIn(Action.Grant grant) {
        return grant.objects().stream().anyMatch(object -> object.name().last().equalsIgnoreCase("all"));
    }

    private List<Key> all(Action.Grant grant) {
        boolean isOfRole = grant.objects().isEmpty();
        if (isOfRole) {
            return List.of(Key.of(Space.OTHER, "privileges"));
        }
        // What only later statements speak of was there the first time too.
        return world.keys(
                Space.RELATION, key -> world.find(key).filter(Entry::isWhole).isPresent());
    }
}
