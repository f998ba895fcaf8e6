package dev.migtrue.language.code;

import java.util.function.Supplier;
import org.treesitter.TSLanguage;
import org.treesitter.TreeSitterCSharp;
import org.treesitter.TreeSitterElixir;
import org.treesitter.TreeSitterGo;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterPhp;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRuby;
import org.treesitter.TreeSitterTypescript;

/**
 * The grammars that a text can be parsed by. The native code of each is unpacked and loaded at its first use, which takes as long as
 * reading hundreds of plain files.
 */
public enum Grammar {
    // Not as references to constructors: those would load the classes with this one.
    PYTHON(() -> new TreeSitterPython()),
    RUBY(() -> new TreeSitterRuby()),
    JAVASCRIPT(() -> new TreeSitterJavascript()),
    TYPESCRIPT(() -> new TreeSitterTypescript()),
    PHP(() -> new TreeSitterPhp()),
    ELIXIR(() -> new TreeSitterElixir()),
    C_SHARP(() -> new TreeSitterCSharp()),
    GO(() -> new TreeSitterGo());

    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<TSLanguage> loaded;

    Grammar(Supplier<TSLanguage> loaded) {
        this.loaded = loaded;
    }

    /** @throws LinkageError when the native parser does not load here */
    TSLanguage language() {
        return loaded.get();
    }
}
