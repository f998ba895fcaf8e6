package dev.migtrue.system.liquibase;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that the environment or the JVM gives a value on nearly every machine. Liquibase asks these two before it asks the changelogs
 * and its own configuration, and does not look at upper and lower case.
 */
final class MachineNames {

    private static final Set<String> OF_ENVIRONMENTS = Set.of(
            "appdata",
            "classpath",
            "computername",
            "display",
            "editor",
            "home",
            "homedrive",
            "homepath",
            "hostname",
            "java_home",
            "lang",
            "language",
            "localappdata",
            "logname",
            "mail",
            "oldpwd",
            "os",
            "path",
            "pwd",
            "shell",
            "shlvl",
            "systemroot",
            "temp",
            "term",
            "tmp",
            "tmpdir",
            "tz",
            "user",
            "userdomain",
            "username",
            "userprofile",
            "windir");

    private static final Pattern OF_THE_JVM = Pattern.compile(
            "java\\.(?:version|vendor|home|class\\.path|io\\.tmpdir|library\\.path|runtime\\.name|specification\\.version"
                    + "|vm\\.name|vm\\.version)[\\w.]*|os\\.(?:name|arch|version)|(?:file|path|line)\\.separator"
                    + "|user\\.(?:name|home|dir|language|country|timezone)|(?:file|native|stdout|stderr)\\.encoding");

    private MachineNames() {}

    /** Whether {@code name} is one, in lower case. */
    static boolean hold(String name) {
        return isOfTheJvm(name) || OF_ENVIRONMENTS.contains(name) || name.startsWith("lc_");
    }

    static boolean isOfTheJvm(String name) {
        return OF_THE_JVM.matcher(name).matches();
    }
}
