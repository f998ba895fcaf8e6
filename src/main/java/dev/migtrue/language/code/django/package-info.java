/** What the operations of Django's migrations do, as the SQL that they are run as. Pure. */
@NullMarked
package dev.migtrue.language.code.django;

import org.jspecify.annotations.NullMarked;
