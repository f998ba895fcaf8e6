/** Tests of replays. */
@NullMarked
package dev.migtrue.gather.scratch.replay;

import org.jspecify.annotations.NullMarked;
