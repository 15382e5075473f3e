package dev.kvitt.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./kvitt} finds a JDK, on a machine made of fake ones. */
class JdkFinderTest {

    @TempDir
    Path machine;

    private record Result(int exitCode, String output) {}

    @Test
    void a_new_enough_java_home_is_taken() throws Exception {
        Path chosen = jdk("somewhere/jdk-26", "26.0.1");
        jdk("usr/lib/jvm/jdk-25", "25");

        assertThat(find(Map.of("JAVA_HOME", chosen.toString()))).isEqualTo(new Result(0, chosen.toString()));
    }

    @Test
    void an_older_java_home_and_an_older_java_on_the_path_do_not_hide_a_new_one() throws Exception {
        Path old = jdk("somewhere/jdk-17", "17.0.9");
        Path installed = jdk("usr/lib/jvm/temurin-25-jdk", "25.0.1");

        assertThat(find(Map.of("JAVA_HOME", old.toString(), "PATH", old.resolve("bin") + ":/usr/bin:/bin")))
                .isEqualTo(new Result(0, installed.toString()));
    }

    @Test
    void a_java_on_the_path_is_found_through_links() throws Exception {
        Path installed = jdk("elsewhere/jdk-25", "25.0.2").toRealPath();
        Path bin = Files.createDirectories(machine.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), installed.resolve("bin/java"));

        assertThat(find(Map.of("PATH", bin + ":/usr/bin:/bin"))).isEqualTo(new Result(0, installed.toString()));
    }

    @Test
    void a_jre_without_a_compiler_is_passed_over_and_the_nearest_version_is_taken() throws Exception {
        Files.delete(jdk("usr/lib/jvm/a-jre-25", "25").resolve("bin/javac"));
        jdk("usr/lib/jvm/jdk-27", "27");
        Path nearest = jdk("opt/jdk-26.0.1", "26.0.1");

        assertThat(find(Map.of())).isEqualTo(new Result(0, nearest.toString()));
    }

    @Test
    void a_jdk_without_a_release_file_is_asked_for_its_version() throws Exception {
        Path installed = jdk("home/.sdkman/candidates/java/25-open", "25");
        Files.delete(installed.resolve("release"));

        assertThat(find(Map.of())).isEqualTo(new Result(0, installed.toString()));
    }

    @Test
    void without_any_one_sentence_says_what_to_do() throws Exception {
        jdk("usr/lib/jvm/java-8", "1.8.0_402");

        Result result = find(Map.of());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output())
                .contains("needs a JDK 25 or newer", "JAVA_HOME")
                .hasLineCount(1);
    }

    @Test
    void an_unknown_word_is_answered_with_the_known_ones() throws Exception {
        Result result = kvitt(Map.of(), "sell");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).contains("does not know the word \"sell\"", "demo", "status");
    }

    private Path jdk(String place, String version) throws IOException {
        Path home = machine.resolve(place);
        Files.createDirectories(home.resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            Path file = home.resolve("bin").resolve(program);
            Files.writeString(file, "#!/bin/sh\necho \"" + program + " " + version + "\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Result find(Map<String, String> environment) throws IOException, InterruptedException {
        return kvitt(environment, "jdk");
    }

    private Result kvitt(Map<String, String> environment, String word) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(Map.of(
                "PATH", path(),
                "HOME", machine.resolve("home").toString(),
                "KVITT_JDK_ROOT", machine.toString()));
        all.putAll(environment);
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "../kvitt", word).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(all);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), output.strip());
    }

    /** The tools the script uses, but no java. */
    private String path() throws IOException {
        Path bin = Files.createDirectories(machine.resolve("tools"));
        for (String tool : new String[] {"dirname", "sed", "head", "readlink", "cat"}) {
            Path link = bin.resolve(tool);
            if (!Files.exists(link)) {
                Path usual = Path.of("/usr/bin", tool);
                Files.createSymbolicLink(link, Files.exists(usual) ? usual : Path.of("/bin", tool));
            }
        }
        return bin.toString();
    }
}
