package dev.migtrue.model;

/**
 * Something outside failed: a disk, a repository, a process. Thrown at the edges, caught once in {@code cli}.
 */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /**
     * @param problem what failed and where, in one line
     * @param remedy what the user can do about it, in one line
     */
    public Failure(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** As the other, for what no exception told of. */
    public Failure(String problem, String remedy) {
        super(problem);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What failed and where, in one line. */
    public String problem() {
        return problem;
    }

    /** What the user can do about it, in one line. */
    public String remedy() {
        return remedy;
    }
}
