package dev.migtrue.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One test case of a JUnit report.
 *
 * @param lines what there is to say of it, the most important first; may be empty
 */
record JunitCase(String className, String name, Verdict verdict, List<String> lines) {

    JunitCase {
        lines = List.copyOf(lines);
    }

    /** How a case ended. */
    enum Verdict {
        PASSED,
        FAILED,
        /** It could not be told how, though it had to be. */
        BROKEN,
        SKIPPED
    }

    /** Gives the element that was just opened the numbers of these cases. */
    static void count(List<JunitCase> cases, XmlText xml) {
        xml.with("tests", cases.size())
                .with("failures", of(Verdict.FAILED, cases))
                .with("errors", of(Verdict.BROKEN, cases));
    }

    /** How many of these cases ended so. */
    static long of(Verdict verdict, List<JunitCase> cases) {
        return cases.stream().filter(each -> each.verdict == verdict).count();
    }

    void addTo(XmlText xml) {
        xml.start("testcase").with("classname", className).with("name", Visible.of(name));
        switch (verdict) {
            case PASSED -> {
                if (!lines.isEmpty()) {
                    xml.start("system-out").text(text()).end();
                }
            }
            case FAILED ->
                xml.start("failure").with("message", headline()).text(text()).end();
            case BROKEN ->
                xml.start("error").with("message", headline()).text(text()).end();
            case SKIPPED -> xml.start("skipped").text(text()).end();
        }
        xml.end();
    }

    private String headline() {
        return Visible.of(lines.stream().findFirst().orElse(""));
    }

    private String text() {
        return lines.stream().map(Visible::of).collect(Collectors.joining("\n"));
    }
}
