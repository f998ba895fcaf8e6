/** The only orchestration of reading: trees and version-table rows become one {@link dev.migtrue.facts.Survey}. Nothing here judges. */
@NullMarked
package dev.migtrue.gather;

import org.jspecify.annotations.NullMarked;
