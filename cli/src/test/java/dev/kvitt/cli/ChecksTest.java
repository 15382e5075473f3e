package dev.kvitt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.cli.support.FakeOperations;
import dev.kvitt.cli.support.Kvitt;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that say whether all is as it should be. */
class ChecksTest {

    @TempDir
    Path home;

    private final FakeOperations service = new FakeOperations();

    @AfterEach
    void stop() {
        service.close();
    }

    private static String checklist(String outcome) {
        return "{\"id\":\"c-1\",\"state\":\"done\",\"items\":[{\"id\":\"create\",\"outcome\":\"met\",\"detail\":\"AUTHORIZED\"},"
                + "{\"id\":\"refund\",\"outcome\":\"" + outcome + "\",\"detail\":\"\"}]}";
    }

    @Test
    void a_checklist_that_is_met_is_exit_code_0() {
        service.says("POST /api/checklists", "{\"id\":\"c-1\",\"state\":\"running\"}")
                .says("GET /api/checklists/c-1", checklist("met"));

        Kvitt.Result result = Kvitt.to(service, home).run("checklist", "123456");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("create", "AUTHORIZED", "Everything that can be seen is met.");
        assertThat(service.requests()).contains("POST /api/checklists {\"msn\":\"123456\"}");
    }

    @Test
    void one_that_is_not_is_3() {
        service.says("GET /api/checklists/c-1", checklist("not-met"));

        Kvitt.Result result = Kvitt.to(service, home).run("checklist", "--show", "c-1");

        assertThat(result.exitCode()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(result.out()).contains("Not everything is met.");
    }

    private static String unit(String webhooks, boolean met) {
        return "{\"items\":[{\"msn\":\"123456\",\"name\":\"Coffee\",\"token\":\"ok\",\"webhooks\":\"" + webhooks
                + "\",\"currency\":\"not-seen\",\"met\":" + met + "}]}";
    }

    @Test
    void a_unit_that_can_sell_is_exit_code_0() {
        service.says("GET /api/merchants/check", unit("ok", true));

        Kvitt.Result result = Kvitt.to(service, home).run("merchants", "check", "--msn", "123456");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out())
                .isEqualTo(
                        "msn     name    token  webhooks  currency  met\n123456  Coffee  ok     ok        not-seen  yes\n");
        assertThat(service.requests()).containsExactly("GET /api/merchants/check?msn=123456&limit=500");
    }

    @Test
    void one_that_cannot_is_3() {
        service.says("GET /api/merchants/check", unit("nobody is told", false));

        assertThat(Kvitt.to(service, home).run("merchants", "check").exitCode()).isEqualTo(ExitCode.DIFFERENT);
    }

    @Test
    void one_that_nobody_knows_is_1() {
        service.says("GET /api/merchants/check", "{\"items\":[]}");

        assertThat(Kvitt.to(service, home)
                        .run("merchants", "check", "--msn", "1")
                        .exitCode())
                .isEqualTo(ExitCode.FAILED);
    }
}
