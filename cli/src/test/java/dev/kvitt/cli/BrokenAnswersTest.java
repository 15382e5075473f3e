package dev.kvitt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.cli.support.FakeOperations;
import dev.kvitt.cli.support.Kvitt;
import dev.kvitt.cli.support.Resources;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are wrong, or written by somebody who wants to be obeyed by the terminal. */
class BrokenAnswersTest {

    /** Clears the screen, sets the title, turns the direction round, hides; in one text. */
    private static final String HOSTILE =
            "\\u001b[2J\\u001b]0;title\\u0007\\u009b31m\\u202e\\u200b\\u0000\\r\\n\\u2028";

    @TempDir
    Path home;

    private final FakeOperations service = new FakeOperations();

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{\"items\":[",
                "[]",
                "{}",
                "{\"items\":{}}",
                "{\"items\":[]} {}",
                "{\"items\":[{\"amount\":49}]}",
                "{\"items\":[{\"amount\":{\"value\":49.5,\"currency\":\"NOK\"}}]}",
                "{\"items\":[{\"amount\":{\"value\":49,\"currency\":\"kr\"}}]}",
                "{\"items\":[{\"amount\":{\"value\":99999999999999999999,\"currency\":\"NOK\"}}]}",
                "{\"items\":[{\"lastAt\":\"soon\"}]}",
                "{\"items\":[],\"next\":\"x\"}"
            })
    void a_broken_answer_shows_nothing_wrong(String body) {
        service.says("GET /api/sales", 200, "application/json", body);

        Kvitt.Result result = Kvitt.to(service, home).run("sales");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("not understood", "no money was moved");
    }

    @Test
    void a_list_that_never_ends_is_ended() {
        service.says("GET /api/sales", "{\"items\":[{\"saleId\":\"a\"}],\"next\":\"same\"}");

        assertThat(Kvitt.to(service, home).run("sales").err()).contains("a list without an end");
        assertThat(service.requests()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("dev.kvitt.cli.ListsTest#everyWord")
    void a_terminal_obeys_nothing_that_others_wrote(ListsTest.Shown shown) {
        String hostile = Resources.api(shown.file()).replaceAll("\"(?=[,}\\]])", HOSTILE.replace("\\", "\\\\") + "\"");
        // Times and currencies that are wrong end the word before anything is shown.
        hostile = hostile.replaceAll("([0-9]Z|NOK|DKK)(\\\\[ur][^\"]*)\"", "$1\"");
        service.says("GET " + shown.call(), hostile);

        Kvitt.Result table = Kvitt.to(service, home).run(shown.words().split(" "));
        Kvitt.Result json = Kvitt.to(service, home).run((shown.words() + " --json").split(" "));

        assertThat(table.exitCode()).isZero();
        assertThat(table.out()).contains("\\u001b[2J");
        assertHarmless(table.out() + table.err());
        assertThat(json.out()).containsIgnoringCase("\\u001b[2J");
        assertHarmless(json.out() + json.err());
    }

    @Test
    void nor_does_it_obey_a_refusal() {
        service.refuses("GET /api/me", 400, HOSTILE, HOSTILE);

        Kvitt.Result result = Kvitt.to(service, home).run("me");

        assertThat(result.err()).contains("\\u001b[2J");
        assertHarmless(result.err());
    }

    private static void assertHarmless(String text) {
        assertThat(text.codePoints()
                        .filter(point -> point != '\n')
                        .filter(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || Character.getType(point) == Character.LINE_SEPARATOR)
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }
}
