package dev.migtrue.gather.scratch.server;

import java.io.IOException;
import java.util.List;

/** What has to be done for a kind of server to run from a folder that was empty. */
interface Recipe {

    ServerKind kind();

    /** Writes what the programs will read. */
    void write(String password) throws IOException;

    /** The programs that have to run before, one after the other. */
    List<List<String>> preparation();

    List<String> server(int port);

    /** What the server says when one can connect. */
    String readyWords();

    /** What ends it and all that it started at once; nothing of it will be needed again. */
    String signal();

    /** Who may do everything. */
    String user();
}
