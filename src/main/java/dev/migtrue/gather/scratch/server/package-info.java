/** Database servers that are started for a moment: where their programs are, as whom they run, and how nothing of them is left behind. */
@NullMarked
package dev.migtrue.gather.scratch.server;

import org.jspecify.annotations.NullMarked;
