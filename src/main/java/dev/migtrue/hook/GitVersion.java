package dev.migtrue.hook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of git, as far as it tells what git can do. */
public record GitVersion(int major, int minor) {

    /** The first one that runs hooks which its configuration names. */
    private static final GitVersion CONFIGURED_HOOKS = new GitVersion(2, 54);

    private static final Pattern VERSION = Pattern.compile("git version (\\d{1,4})\\.(\\d{1,4})\\b.*", Pattern.DOTALL);

    /** The version in what {@code git version} prints; the very first one where that cannot be read. */
    public static GitVersion in(String output) {
        Matcher matcher = VERSION.matcher(output);
        return matcher.matches()
                ? new GitVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : new GitVersion(0, 0);
    }

    /** Whether it runs hooks that its configuration names, besides those that lie in a folder. */
    public boolean runsConfiguredHooks() {
        return major > CONFIGURED_HOOKS.major || (major == CONFIGURED_HOOKS.major && minor >= CONFIGURED_HOOKS.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
