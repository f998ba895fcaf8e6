package dev.migtrue.pages;

import dev.migtrue.judge.rule.RulePage;
import java.nio.file.Path;

/** Expected text that is rewritten when asked for with {@code -Dgolden.update}, for a reviewer to read in the difference. */
public final class Golden {

    private Golden() {}

    /** Whether expected text is to be rewritten: asked for, and never where nobody would review it. */
    public static boolean isUpdating() {
        boolean isAsked = System.getProperty("golden.update") != null;
        if (isAsked && System.getenv("CI") != null) {
            throw new IllegalStateException("golden.update is for people: in CI it would make every test pass");
        }
        return isAsked;
    }

    /** Puts what the tool says of a bad example into its page. */
    static void updateFindings(RulePage page, Example example, String said) {
        Path file = Pages.FOLDER.resolve(page.id() + ".md");
        String text = Pages.read(file);
        int section = text.indexOf("\n## " + example.heading() + "\n");
        int next = text.indexOf("\n## ", section + 1);
        int fence = text.indexOf("\n```findings\n", section);
        if (fence >= 0 && fence < next) {
            int start = fence + "\n```findings\n".length();
            int end = start + example.findings().length();
            Pages.write(file, text.substring(0, start) + said + text.substring(end));
        }
    }
}
