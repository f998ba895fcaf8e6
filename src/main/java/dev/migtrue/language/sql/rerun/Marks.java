package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is set on objects from outside: comments and privileges. */
final class Marks {

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
        return world
                .keys(other -> other.space() == Space.ROUTINE && other.name().startsWith(key.name()))
                .stream()
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
        boolean isOfAll = grant.objects().isEmpty() || isAllIn(grant);
        List<Key> objects = isOfAll
                ? all(grant)
                : grant.objects().stream().map(this::object).toList();
        String facet = "grant " + grantees + " " + privileges;
        for (Key key : objects) {
            if (key.space() == Space.RELATION && world.known(key) == World.Known.ABSENT) {
                throw engine.missing(key);
            }
            if (grant.right() != Action.Grant.Right.GRANT) {
                revoke(grant, key, facet);
                continue;
            }
            world.assume(key, ObjectKind.TABLE);
            world.change(key, entry -> entry.with(facet, "yes"));
        }
    }

    private static String grantees(Action.Grant grant) {
        return grant.grantees()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("^(to|from) ", "")
                .replaceAll("['\"` ]", "");
    }

    private void revoke(Action.Grant grant, Key key, String facet) {
        boolean isStrict = engine.names().isOneWithDatabase() && !Engine.isGuarded(grant.modifiers());
        boolean wasTaken = world.find(key)
                .map(entry -> "no".equals(entry.facets().get(facet)))
                .orElse(false);
        if (isStrict && wasTaken && key.space() == Space.RELATION && !key.name().contains("*")) {
            throw engine.refused(Fault.MISSING, Space.OPTION, "there is no such grant");
        }
        world.assume(key, ObjectKind.TABLE);
        world.change(key, entry -> entry.with(facet, "no"));
    }

    private Key object(Mention mention) {
        return world
                .keys(key -> key.owner().isEmpty()
                        && key.space() != Space.RELATION
                        && key.name()
                                .replaceAll("\\(.*", "")
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
        return world.keys(key -> key.space() == Space.RELATION);
    }
}
