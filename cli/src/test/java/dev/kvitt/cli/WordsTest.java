package dev.kvitt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.cli.command.CompletionCommand;
import dev.kvitt.cli.support.Kvitt;
import dev.kvitt.cli.text.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, the page and the completion know the same words. */
class WordsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path home;

    @Test
    void the_launcher_hands_over_every_word_and_no_other() throws IOException {
        List<String> known = new ArrayList<>(words());
        known.addAll(CompletionCommand.LAUNCHER);
        known.remove("help");

        assertThat(launcherWords()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void the_launcher_s_help_names_every_word() throws IOException {
        String help = Files.readString(PROJECT.resolve("kvitt"));
        help = help.substring(help.indexOf("What operators"), help.indexOf("KVITT_DATA names"));
        assertThat(help.split("[^a-z]+")).contains(words().toArray(String[]::new));
    }

    @Test
    void the_page_shows_every_word_with_an_example() throws IOException {
        String page = Files.readString(PROJECT.resolve("docs/cli.md"));
        words().forEach(word -> assertThat(page).contains("kvitt " + word));
    }

    @Test
    void every_word_explains_itself_and_its_exit_codes() {
        for (String word : words()) {
            Kvitt.Result help = kvitt().run(word, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: kvitt " + word, "Exit codes:", "not allowed with this token");
        }
    }

    @Test
    void completion_is_a_script_that_bash_accepts() throws Exception {
        for (String shell : List.of("bash", "zsh")) {
            Kvitt.Result result = kvitt().run("completion", shell);
            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).contains("_complete_kvitt", "reconcile", "--dry-run", "unpark", "demo");
            Path script = home.resolve(shell);
            Files.writeString(script, result.out());
            assertThat(new ProcessBuilder("bash", "-n", script.toString())
                            .start()
                            .waitFor())
                    .isZero();
        }
    }

    private Kvitt kvitt() {
        return new Kvitt(home, Map.of(), null, 0);
    }

    private List<String> words() {
        Terminal terminal = new Terminal(System.out, System.err, null, false, 0, false);
        return new Cli(new Session(terminal, Map.of(), home, Clock.systemUTC())).words();
    }

    private static List<String> launcherWords() throws IOException {
        String script = Files.readString(PROJECT.resolve("kvitt"));
        var lines = Pattern.compile("^  ([a-z]+(?: \\| [a-z]+)+)\\) ;;$", Pattern.MULTILINE)
                .matcher(script);
        return lines.results()
                .flatMap(line -> List.of(line.group(1).split(" \\| ")).stream())
                .toList();
    }
}
