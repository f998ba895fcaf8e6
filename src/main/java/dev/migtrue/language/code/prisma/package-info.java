/** The language of Prisma's schema files: blocks, fields and attributes, as they are written. */
@NullMarked
package dev.migtrue.language.code.prisma;

import org.jspecify.annotations.NullMarked;
