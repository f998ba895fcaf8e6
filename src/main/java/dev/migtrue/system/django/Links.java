package dev.migtrue.system.django;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.NumberedIds;
import dev.migtrue.model.Replaced;
import dev.migtrue.model.UnreadFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the migrations of a project say of each other. */
final class Links {

    /** How Django itself names a squashed migration. */
    private static final Pattern SQUASHED = Pattern.compile("(\\d{1,9})_squashed_(\\d{1,9})_.*");

    private static final Pattern NUMBER = Pattern.compile("^\\d+_");

    private final DjangoLayout layout;
    private final Set<String> labels;
    private final Set<MigrationId> known;
    private final Map<String, MigrationId> firsts = new HashMap<>();
    private final Map<MigrationId, SequencedSet<MigrationId>> before = new HashMap<>();
    private final List<UnreadFile> unread = new ArrayList<>();

    Links(DjangoLayout layout, List<Found> found) {
        this.layout = layout;
        this.labels = layout.labels();
        this.known = found.stream().map(Found::id).collect(Collectors.toSet());
        found.stream()
                .filter(Links::isFirst)
                .sorted(Comparator.comparing(Found::name))
                .forEach(one -> firsts.putIfAbsent(one.app().label(), one.id()));
        found.forEach(this::link);
    }

    /** Migrations of which not all is known. */
    List<UnreadFile> unread() {
        return unread;
    }

    Migration migration(Found one, ContentId content) {
        List<MigrationId> after = new ArrayList<>();
        List<MigrationId> dependsOn = new ArrayList<>();
        String own = one.app().label() + ".";
        before.getOrDefault(one.id(), new LinkedHashSet<>())
                .forEach(id -> (id.value().startsWith(own) ? after : dependsOn).add(id));
        return new Migration(
                one.id(),
                NUMBER.matcher(one.name()).replaceFirst("").replace('_', ' ').strip(),
                Kind.VERSIONED,
                after,
                dependsOn,
                List.of(),
                content,
                Optional.empty(),
                one.at(),
                Optional.of(one.app().label()),
                replaced(one));
    }

    private void link(Found one) {
        one.node().gap().ifPresent(gap -> unread.add(new UnreadFile(one.at(), gap)));
        for (Reference reference : one.node().dependencies()) {
            target(one, reference).ifPresent(parent -> need(one.id(), parent));
        }
        for (Reference reference : one.node().runBefore()) {
            // A child without a file would take with it that it is named.
            target(one, reference).ifPresent(child -> {
                if (known.contains(child)) {
                    need(child, one.id());
                } else {
                    need(one.id(), child);
                }
            });
        }
    }

    private void need(MigrationId child, MigrationId parent) {
        before.computeIfAbsent(child, first -> new LinkedHashSet<>()).add(parent);
    }

    /** The migration that is meant; absent where there is none to wait for, or where it belongs to a package from elsewhere. */
    private Optional<MigrationId> target(Found one, Reference reference) {
        return switch (reference) {
            case Reference.Swappable model ->
                layout.settings().app(model).flatMap(app -> target(one, new Reference.Named(app, Reference.FIRST)));
            case Reference.Named named -> labels.contains(named.app()) ? target(one, named) : Optional.empty();
        };
    }

    private Optional<MigrationId> target(Found one, Reference.Named named) {
        return switch (named.name()) {
            case Reference.FIRST ->
                named.app().equals(one.app().label()) ? Optional.empty() : Optional.ofNullable(firsts.get(named.app()));
            case Reference.LATEST -> {
                // Of an app whose migrations are off, Django takes it for nothing.
                if (!isOff(named.app())) {
                    unread.add(new UnreadFile(
                            one.at(),
                            "it depends on whatever is the newest migration of app '%s' when it runs"
                                    .formatted(named.app())));
                }
                yield Optional.empty();
            }
            default -> Optional.of(App.id(named.app(), named.name()));
        };
    }

    private boolean isOff(String label) {
        return layout.apps().stream().anyMatch(app -> app.isOff() && app.label().equals(label));
    }

    private static boolean isFirst(Found one) {
        return one.node().dependencies().stream()
                .noneMatch(reference -> reference instanceof Reference.Named named
                        && named.app().equals(one.app().label())
                        && !named.name().equals(Reference.FIRST));
    }

    private static Replaced replaced(Found one) {
        List<MigrationId> ids = one.node().replaces().stream()
                .map(named -> App.id(named.app(), named.name()))
                .toList();
        Matcher name = SQUASHED.matcher(one.name());
        return ids.isEmpty() && name.matches()
                ? new Replaced(
                        ids,
                        Optional.of(new NumberedIds(
                                one.app().label() + ".", Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))))
                : new Replaced(ids, Optional.empty());
    }
}
