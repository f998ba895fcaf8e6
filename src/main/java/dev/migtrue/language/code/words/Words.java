package dev.migtrue.language.code.words;

import java.util.Set;

/**
 * The kinds that nodes have in a tree of our own words: those of Python's grammar as far as they say what we need, and a few more. A name
 * behind a colon is the field that a part stands under; {@code x*} stands any number of times.
 */
public final class Words {

    /**
     * What stands in a {@code module} or a {@code block}:
     *
     * <ul>
     *   <li>{@code expression_statement} (an expression), {@code assignment} and {@code augmented_assignment} among them
     *   <li>{@code if_statement} (condition:, consequence: {@code block}, alternative:* {@code elif_clause} or {@code else_clause})
     *   <li>{@code for_statement} (left:, right:, body:), {@code while_statement} (condition:, body:)
     *   <li>{@code try_statement} (body:, {@code except_clause} (its errors, alias:, body:)*, {@code finally_clause} (body:))
     *   <li>{@code return_statement} (an expression, or nothing), {@code result_statement} (the last expression of a function: it is done, and
     *       handed back), {@code break_statement}, {@code continue_statement}, {@code raise_statement}, {@code leave_statement} (the whole migration
     *       ends)
     *   <li>{@code function_definition} (name:, parameters:, body:), {@code class_definition} (name:, superclasses:, body:)
     *   <li>{@code import_statement} (name:*), {@code import_from_statement} (module_name:, name:*); a name may be an {@code aliased_import}
     *       (name:, alias:)
     *   <li>{@code pass_statement}: does nothing; {@code unread}: does what nobody here follows; {@code ERROR}: is not of the language
     * </ul>
     */
    public static final Set<String> STATEMENTS = Set.of(
            "module",
            "block",
            "expression_statement",
            "assignment",
            "augmented_assignment",
            "if_statement",
            "elif_clause",
            "else_clause",
            "for_statement",
            "while_statement",
            "try_statement",
            "except_clause",
            "finally_clause",
            "return_statement",
            "result_statement",
            "break_statement",
            "continue_statement",
            "raise_statement",
            "leave_statement",
            "function_definition",
            "class_definition",
            "import_statement",
            "import_from_statement",
            "aliased_import",
            "pass_statement",
            "unread",
            "ERROR");

    /**
     * What brings a value:
     *
     * <ul>
     *   <li>{@code text} (each part a {@code piece}, which says what it stands for, or an expression that is filled in): a piece that says what
     *       the file has at its place stands there word for word; {@code concatenated_string} (texts)
     *   <li>{@code integer}, {@code float}, {@code true}, {@code false}, {@code none}
     *   <li>{@code identifier}; {@code bare_word} (function: {@code identifier}, arguments: nothing in it): a name, or a call of it
     *   <li>{@code attribute} (object:, attribute:), {@code subscript} (value:, subscript:*)
     *   <li>{@code list}, {@code tuple}, {@code set}; {@code dictionary} ({@code pair} (key:, value:)*)
     *   <li>{@code call} (function:, arguments: {@code argument_list}); an argument is an expression, a {@code keyword_argument} (name:, value:),
     *       a {@code list_splat} or a {@code dictionary_splat}. A block that stands behind a call is its argument {@code do}
     *   <li>{@code lambda} (parameters:, body: {@code block} or an expression)
     *   <li>{@code binary_operator} (left:, operator:, right:), {@code boolean_operator} (the same, {@code and} or {@code or}),
     *       {@code not_operator} (argument:), {@code comparison_operator} (two expressions, operators: one of Python's between them),
     *       {@code conditional_expression} (what is brought, condition, what is brought otherwise)
     *   <li>{@code parenthesized_expression}, {@code await}; {@code opaque}: does nothing, and brings what nobody here follows
     * </ul>
     */
    public static final Set<String> EXPRESSIONS = Set.of(
            "text",
            "piece",
            "concatenated_string",
            "integer",
            "float",
            "true",
            "false",
            "none",
            "identifier",
            "bare_word",
            "attribute",
            "subscript",
            "list",
            "tuple",
            "set",
            "dictionary",
            "pair",
            "call",
            "argument_list",
            "keyword_argument",
            "list_splat",
            "dictionary_splat",
            "lambda",
            "binary_operator",
            "boolean_operator",
            "not_operator",
            "comparison_operator",
            "conditional_expression",
            "parenthesized_expression",
            "await",
            "opaque");

    /**
     * What a function is handed: {@code parameters} ({@code identifier}, {@code default_parameter} (name:, value:), {@code list_splat_pattern},
     * {@code dictionary_splat_pattern}, {@code function_parameter} (name:): the block that stands behind a call)*. And {@code pattern_list}:
     * several names that get a value each.
     */
    public static final Set<String> PARAMETERS = Set.of(
            "parameters",
            "default_parameter",
            "list_splat_pattern",
            "dictionary_splat_pattern",
            "function_parameter",
            "pattern_list");

    private Words() {}
}
