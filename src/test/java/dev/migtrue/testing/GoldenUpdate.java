package dev.migtrue.testing;

/** Whether expected text is to be written anew, for a reviewer to read in the difference: {@code -Dgolden.update=true}. */
public final class GoldenUpdate {

    private GoldenUpdate() {}

    /** Whether it was asked for; refused where {@code CI} is set, as nobody would review it there. */
    public static boolean isAsked() {
        boolean isAsked = Boolean.getBoolean("golden.update");
        if (isAsked && System.getenv("CI") != null) {
            throw new IllegalStateException("golden.update is for people: in CI it would make every test pass");
        }
        return isAsked;
    }
}
