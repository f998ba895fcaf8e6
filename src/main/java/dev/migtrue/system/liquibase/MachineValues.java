package dev.migtrue.system.liquibase;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.FileText;
import dev.migtrue.model.MachineValue;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Span;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what Liquibase would ask the machine for. What the configuration passes, its author has thought of. */
final class MachineValues {

    private final Tree tree;
    private final Settings settings;

    MachineValues(Tree tree, Settings settings) {
        this.tree = tree;
        this.settings = settings;
    }

    /** Those of one changeset, each name once. */
    List<MachineValue> of(Walk.Found found, MigrationId id) {
        return found.changeSet().placeholders().stream()
                .filter(name -> MachineNames.hold(name) && !settings.pass(name))
                .sorted()
                .map(name -> value(name, found, id))
                .toList();
    }

    private MachineValue value(String name, Walk.Found found, MigrationId id) {
        Span whole = found.changeSet().at();
        List<String> lines = tree.text(found.file()).stream()
                .flatMap(text -> text instanceof FileText.Decoded decoded
                        ? decoded.text().lines()
                        : Stream.empty())
                .toList();
        Pattern written = Pattern.compile(
                "\\$\\{\\s*" + Pattern.quote(name) + "\\s*}", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        String teller = MachineNames.isOfTheJvm(name) ? "the JVM" : "the environment";
        for (int line = whole.startLine(); line <= Math.min(whole.endLine(), lines.size()); line++) {
            Matcher matcher = written.matcher(lines.get(line - 1));
            if (matcher.find()) {
                return new MachineValue(
                        id,
                        new FileSpan(found.file(), span(lines.get(line - 1), line, matcher)),
                        matcher.group(),
                        teller);
            }
        }
        return new MachineValue(id, new FileSpan(found.file(), whole), "${" + name + "}", teller);
    }

    private static Span span(String text, int line, Matcher matcher) {
        return new Span(
                line, text.codePointCount(0, matcher.start()) + 1, line, text.codePointCount(0, matcher.end()) + 1);
    }
}
