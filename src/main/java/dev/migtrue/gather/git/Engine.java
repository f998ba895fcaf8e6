package dev.migtrue.gather.git;

/** Who reads what a repository stores. */
enum Engine {
    /** JGit, in this process, and git only for an index that JGit cannot read. */
    JGIT,
    /** The program git, for JGit: slower, and right where JGit is wrong. */
    GIT
}
