package dev.migtrue.gather.git;

/** A variable in which a CI system or a hook framework names the branch to be merged into, in the order in which they are asked. */
enum BaseVariable {
    GITHUB_BASE_REF(Value.BRANCH),
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME(Value.BRANCH),
    /** GitLab mostly fetches this commit when it does not fetch the branch: where it left that, instead of its tip. */
    CI_MERGE_REQUEST_DIFF_BASE_SHA(Value.REVISION),
    SYSTEM_PULLREQUEST_TARGETBRANCH(Value.BRANCH),
    BITBUCKET_PR_DESTINATION_BRANCH(Value.BRANCH),
    PRE_COMMIT_FROM_REF(Value.REVISION);

    /** What its value names. */
    enum Value {
        /** A branch of the remote; one of the same name in the clone may be long out of date. */
        BRANCH,
        /** Anything that git resolves to a commit. */
        REVISION
    }

    private final Value value;

    BaseVariable(Value value) {
        this.value = value;
    }

    Value value() {
        return value;
    }
}
