/**
 * Turns a {@link dev.migtrue.judge.Report}, a {@link dev.migtrue.facts.Survey} or a rule's page into text or JSON.
 * Pure: returns characters, writes nowhere.
 */
@NullMarked
package dev.migtrue.report;

import org.jspecify.annotations.NullMarked;
