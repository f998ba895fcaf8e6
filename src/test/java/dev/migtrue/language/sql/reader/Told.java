package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.ColumnChange;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Label;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was read, on one line. */
final class Told {

    private Told() {}

    /** Of the only statement of a text. */
    static String of(Dialect dialect, String text) {
        List<Statement> statements = Script.of(text, dialect).statements();
        if (statements.size() != 1) {
            throw new IllegalArgumentException("%d statements: %s".formatted(statements.size(), text));
        }
        return of(StatementReader.read(statements.getFirst()));
    }

    static String of(Action action) {
        return switch (action) {
            case Action.Create create ->
                "create " + create.kind().noun() + name(create.name()) + how(create.modifiers()) + on(create.on())
                        + definition(create.definition());
            case Action.Alter alter ->
                "alter " + alter.kind().noun() + name(alter.name()) + how(alter.modifiers()) + on(alter.on())
                        + alter.changes().stream().map(Told::change).collect(Collectors.joining("; ", ": ", ""));
            case Action.Drop drop ->
                "drop " + drop.kind().noun() + how(drop.modifiers())
                        + drop.objects().stream().map(Told::dropped).collect(Collectors.joining(",", " ", ""));
            case Action.Rename rename ->
                "rename " + rename.kind().noun() + how(rename.modifiers())
                        + rename.renamings().stream()
                                .map(one -> one.from() + ">" + one.to())
                                .collect(Collectors.joining(",", " ", ""));
            case Action.Comment comment ->
                "comment " + comment.kind().noun() + name(comment.name()) + on(comment.on()) + " " + comment.text();
            case Action.Grant grant ->
                grant.right() + how(grant.modifiers()) + " " + grant.privileges() + " on " + grant.objects();
            case Action.Insert insert -> insert(insert);
            case Action.Update update ->
                "update " + update.tables() + how(update.modifiers()) + assignments(update.assignments())
                        + clause("where", update.where()) + clause("limit", update.limit());
            case Action.Delete delete ->
                "delete " + delete.tables() + how(delete.modifiers()) + clause("where", delete.where())
                        + clause("limit", delete.limit());
            case Action.Merge merge ->
                "merge " + merge.table() + clause("on", merge.on()) + " key " + merge.key() + " "
                        + merge.branches().size();
            case Action.Truncate truncate -> "truncate " + truncate.tables() + how(truncate.modifiers());
            case Action.Copy copy -> "copy " + copy.direction() + name(copy.table());
            case Action.Select select ->
                "select from " + select.query().tables()
                        + clause("where", select.query().where())
                        + name(select.query().into());
            case Action.Several several ->
                several.parts().stream().map(Told::of).collect(Collectors.joining(" & "));
            case Action.Call call -> "call " + call.routine();
            case Action.Dynamic dynamic ->
                "dynamic " + dynamic.expression() + (dynamic.text().isPresent() ? " text" : "");
            case Action.Block block ->
                "block" + block.body().language().map(known -> " " + known).orElse("");
            case Action.Prepared prepared -> prepared.stage() + " " + prepared.name() + " " + prepared.source();
            case Action.Setting setting -> "set " + setting.name() + how(setting.modifiers()) + " " + setting.value();
            case Action.Transaction transaction -> transaction.verb().toString();
            case Action.Utility utility -> utility.verb() + how(utility.modifiers()) + " " + utility.objects();
            case Action.Unrecognized unrecognized -> "? " + unrecognized.clause();
        };
    }

    private static String name(Optional<Mention> name) {
        return name.map(known -> " " + known).orElse("");
    }

    private static String on(Optional<Mention> on) {
        return on.map(known -> " on " + known).orElse("");
    }

    private static String how(Modifiers modifiers) {
        return modifiers.places().isEmpty()
                ? ""
                : modifiers.places().keySet().stream()
                        .map(modifier -> modifier.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(",", " [", "]"));
    }

    private static String dropped(Action.Dropped dropped) {
        return dropped.name()
                + dropped.signature().map(known -> known.identity().toString()).orElse("")
                + on(dropped.on());
    }

    private static String clause(String word, Optional<?> clause) {
        return clause.map(known -> " " + word + " " + known).orElse("");
    }

    private static String insert(Action.Insert insert) {
        String source = switch (insert.source()) {
            case Source.Values values -> "values " + values.rows().size();
            case Source.Rows rows ->
                "rows from " + rows.query().tables()
                        + clause("where", rows.query().where())
                        + rows.query().tests().stream()
                                .map(test ->
                                        " " + test.expected() + test.query().tables())
                                .collect(Collectors.joining());
            case Source.Defaults defaults -> "defaults";
            case Source.Assigned assigned -> "assigned" + assignments(assigned.assignments());
            case Source.Other other -> "other";
        };
        String conflict = insert.conflict()
                .map(known -> " conflict" + clause("", known.target()) + name(known.constraint())
                        + clause("where", known.indexWhere()) + assignments(known.assignments()))
                .orElse("");
        return "insert " + insert.table() + how(insert.modifiers()) + insert.columns() + " " + source + conflict;
    }

    private static String assignments(List<Assignment> assignments) {
        return assignments.stream()
                .map(one -> " " + one.columns() + (one.isSelfReferring() ? "<-self" : "=" + one.value()))
                .collect(Collectors.joining());
    }

    private static String definition(Definition definition) {
        return switch (definition) {
            case Definition.Table table ->
                table.columns().stream().map(Told::column).collect(Collectors.joining(", ", " (", ")"))
                        + list(
                                "constraints",
                                table.constraints().stream()
                                        .map(Told::constraint)
                                        .toList())
                        + list(
                                "indexes",
                                table.indexes().stream()
                                        .map(index -> index.name()
                                                .map(Mention::toString)
                                                .orElse(""))
                                        .toList())
                        + list("like", table.like())
                        + list("inherits", table.inherits())
                        + clause("partition of", table.partitionOf())
                        + clause("of", table.ofType())
                        + clause("from", table.query().map(query -> query.tables()));
            case Definition.View view ->
                " " + view.columns() + " from " + view.query().tables();
            case Definition.Index index ->
                index.index().keys().stream()
                                .map(key -> key.column().map(Mention::toString).orElse("expression"))
                                .collect(Collectors.joining(",", "(", ")"))
                        + clause("where", index.index().where());
            case Definition.Routine routine ->
                routine.signature().identity()
                        + clause("returns", routine.returns())
                        + routine.body()
                                .map(body -> " body"
                                        + body.language()
                                                .map(known -> " " + known)
                                                .orElse(""))
                                .orElse("");
            case Definition.Trigger trigger ->
                " " + trigger.events() + clause("runs", trigger.runs())
                        + (trigger.body().isPresent() ? " body" : "");
            case Definition.Enumeration labels ->
                " " + labels.labels().stream().map(Label::value).toList();
            case Definition.Composite composite ->
                composite.attributes().stream().map(Told::column).collect(Collectors.joining(", ", " (", ")"));
            case Definition.Domain domain ->
                " " + domain.type().family()
                        + domain.constraints().stream().map(Told::constraint).toList();
            case Definition.Schema schema ->
                schema.elements().stream().map(Told::of).collect(Collectors.joining("; ", " {", "}"));
            case Definition.Sequence sequence -> clause("owned by", sequence.ownedBy());
            case Definition.Members members -> " " + members.tables();
            case Definition.Other other -> "";
        };
    }

    private static String list(String word, List<?> things) {
        return things.isEmpty() ? "" : " " + word + " " + things;
    }

    private static String column(Column column) {
        return column.name()
                + column.type().map(type -> " " + type.family()).orElse("")
                + column.constraints().stream()
                        .map(Told::constraint)
                        .collect(Collectors.joining(" ", " ", ""))
                        .stripTrailing();
    }

    private static String constraint(Constraint constraint) {
        return constraint.name().map(name -> name + ":").orElse("")
                + constraint.kind()
                + how(constraint.modifiers())
                + (constraint.columns().isEmpty() ? "" : constraint.columns())
                + constraint
                        .references()
                        .map(to -> ">" + to.table() + to.columns())
                        .orElse("");
    }

    private static String change(Change change) {
        String what = switch (change) {
            case Change.AddColumn add -> "+" + column(add.column());
            case Change.DropColumn drop -> "-" + drop.column();
            case Change.RenameColumn rename -> rename.from() + ">" + rename.to();
            case Change.RedefineColumn now -> now.old() + "=" + column(now.column());
            case Change.AlterColumn alter -> alter.column() + " " + columnChange(alter.change());
            case Change.AddConstraint add -> "+" + constraint(add.constraint());
            case Change.DropConstraint drop ->
                "-" + drop.kind().map(Enum::name).orElse("constraint") + name(drop.name());
            case Change.SettleConstraint settle -> "settle " + settle.name();
            case Change.AddIndex add -> "+index" + name(add.index().name());
            case Change.DropIndex drop -> "-index " + drop.index();
            case Change.RenameTo to -> ">" + to.to();
            case Change.RenamePart part -> part.kind().noun() + " " + part.from() + ">" + part.to();
            case Change.SetSchema to -> "schema " + to.schema();
            case Change.AttachPartition attach -> "+partition " + attach.partition();
            case Change.DetachPartition detach -> "-partition " + detach.partition();
            case Change.AddPartitions add -> "+partitions " + add.partitions();
            case Change.DropPartitions drop -> "-partitions " + drop.partitions();
            case Change.TruncatePartitions truncate -> "truncate " + truncate.partitions();
            case Change.Inherit inherit -> "inherit " + inherit.parent();
            case Change.NoInherit inherit -> "no inherit " + inherit.parent();
            case Change.OfType of -> "of " + of.type();
            case Change.NotOfType of -> "not of";
            case Change.AddLabel add -> "+'" + add.label().value() + "'";
            case Change.RenameLabel rename ->
                "'" + rename.from().value() + "'>'" + rename.to().value() + "'";
            case Change.AddMembers add -> "+members " + add.members();
            case Change.DropMembers drop -> "-members " + drop.members();
            case Change.SetMembers set -> "members " + set.members();
            case Change.AlterOptions options -> "options";
            case Change.Adjust adjust -> adjust.topic().toString();
            case Change.Unrecognized unrecognized -> "? " + unrecognized.clause();
        };
        return what + how(change.modifiers());
    }

    private static String columnChange(ColumnChange change) {
        return switch (change) {
            case ColumnChange.SetType set -> "type " + set.type().family() + clause("using", set.using());
            case ColumnChange.SetDefault set -> "default " + set.value();
            case ColumnChange.DropDefault drop -> "no default";
            case ColumnChange.SetNotNull set -> "not null";
            case ColumnChange.DropNotNull drop -> "null";
            case ColumnChange.AddIdentity add -> "identity";
            case ColumnChange.DropIdentity drop -> "no identity" + how(drop.modifiers());
            case ColumnChange.SetExpression set -> "expression " + set.expression();
            case ColumnChange.DropExpression drop -> "no expression" + how(drop.modifiers());
            case ColumnChange.Adjust adjust -> "adjust";
            case ColumnChange.Unrecognized unrecognized -> "? " + unrecognized.clause();
        };
    }
}
