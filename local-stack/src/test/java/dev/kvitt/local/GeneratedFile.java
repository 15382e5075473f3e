package dev.kvitt.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is made from the code: compared with it, or written anew with {@code -Ddeploy.write}. */
public final class GeneratedFile {

    /** How to write all of them. */
    public static final String COMMAND = "./mvnw -pl local-stack -am test -Dtest='AclFilesTest,DatabaseRolesTest'"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Ddeploy.write";

    private GeneratedFile() {}

    /** @param path from the repository's root */
    public static void isUpToDate(String path, String content) throws IOException {
        Path file = of(path);
        if (System.getProperty("deploy.write") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("%s is made from the code; write it anew with %s", path, COMMAND)
                .content()
                .isEqualTo(content);
    }

    /** @param path from the repository's root */
    public static Path of(String path) {
        return Path.of("..").resolve(path);
    }
}
