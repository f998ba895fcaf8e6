/** One final class per rule, and {@link dev.migtrue.judge.rule.Rules}, the list of them all. A rule's words live on its page in {@code rules/}. Pure: no rule opens a file, a repository or a connection. */
@NullMarked
package dev.migtrue.judge.rule;

import org.jspecify.annotations.NullMarked;
