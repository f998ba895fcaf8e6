/** What migration tools mean: how each names, orders and remembers migrations. Pure over a {@link dev.migtrue.model.Tree} and rows; knows neither git nor a database. */
@NullMarked
package dev.migtrue.system;

import org.jspecify.annotations.NullMarked;
