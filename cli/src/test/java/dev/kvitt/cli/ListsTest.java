package dev.kvitt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.cli.support.FakeOperations;
import dev.kvitt.cli.support.Kvitt;
import dev.kvitt.cli.support.Resources;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked and what is seen, for every word that shows something. */
class ListsTest {

    @TempDir
    Path home;

    private final FakeOperations service = new FakeOperations();

    @AfterEach
    void stop() {
        service.close();
    }

    /** A word, the call it makes, and the files with what is answered and what is seen. */
    record Shown(String words, String call, String query, String file) {}

    static Stream<Shown> everyWord() {
        return Stream.of(
                new Shown("sales", "/api/sales", "?limit=50", "sales"),
                new Shown(
                        "takings --msn 123456 --from 7d",
                        "/api/takings",
                        "?msn=123456&from=2026-11-15&limit=50",
                        "takings"),
                new Shown("deadlines --msn 123456", "/api/deadlines", "?msn=123456&limit=50", "deadlines"),
                new Shown("registrations", "/api/registrations", "?limit=50", "registrations"),
                new Shown("merchants", "/api/merchants", "?limit=50", "merchants"),
                new Shown(
                        "findings --kind cancelled-differs -n 10",
                        "/api/findings",
                        "?state=open&kind=cancelled-differs&limit=10",
                        "findings"),
                new Shown("parked", "/api/parked", "?limit=50", "parked"),
                new Shown("quarantine", "/api/quarantine", "?limit=50", "quarantine"),
                new Shown("lag", "/api/lag", "?limit=50", "lag"),
                new Shown("audit", "/api/audit", "?limit=50", "audit"),
                new Shown("rebuild list", "/api/rebuilds", "?limit=50", "rebuilds"),
                new Shown("sale 123456/vend-20261122-0001", "/api/sales/123456/vend-20261122-0001", "", "sale"),
                new Shown("parked show 123456/till-1-000042", "/api/parked/123456/till-1-000042", "", "parked-one"),
                new Shown("me", "/api/me", "", "me"));
    }

    @ParameterizedTest
    @MethodSource("everyWord")
    void a_person_sees_a_table(Shown shown) {
        service.says("GET " + shown.call(), Resources.api(shown.file()));

        Kvitt.Result result = Kvitt.to(service, home).run(shown.words().split(" "));

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo(Resources.expected(shown.file()));
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(service.requests()).containsExactly("GET " + shown.call() + shown.query());
    }

    @ParameterizedTest
    @MethodSource("everyWord")
    void a_program_reads_what_the_service_said(Shown shown) throws Exception {
        service.says("GET " + shown.call(), Resources.api(shown.file()));

        Kvitt.Result result = Kvitt.to(service, home).run((shown.words() + " --json").split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out().lines()).hasSize(1);
        JsonNode said = new ObjectMapper().readTree(Resources.api(shown.file()));
        JsonNode read = new ObjectMapper().readTree(result.out());
        said.properties().forEach(field -> assertThat(read.get(field.getKey())).isEqualTo(field.getValue()));
    }

    @Test
    void a_narrow_terminal_cuts_names_and_never_ids_or_money() {
        service.says("GET /api/sales", Resources.api("sales"));

        String out = Kvitt.to(service, home).wide(160).run("sales").out();

        assertThat(out).isEqualTo(Resources.expected("sales-narrow"));
        assertThat(out.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(160));
    }

    @Test
    void every_way_to_look_for_sales_reaches_the_service() {
        service.says("GET /api/sales", "{\"items\":[]}");

        Kvitt.Result result = Kvitt.to(service, home)
                .run(
                        "sales",
                        "till/ 1",
                        "--msn",
                        "123456",
                        "--shop",
                        "s",
                        "--till",
                        "t",
                        "--phase",
                        "reserved",
                        "--from",
                        "2026-11-20",
                        "--to",
                        "2026-11-22T10:00+01:00",
                        "--min",
                        "49",
                        "--max",
                        "1250,5");

        assertThat(result.out()).isEqualTo("No sale is like that.\n");
        assertThat(service.requests())
                .containsExactly("GET /api/sales?q=till%2F%201&msn=123456&shop=s&till=t&phase=reserved"
                        + "&from=2026-11-20T00%3A00%3A00Z&to=2026-11-22T09%3A00%3A00Z&min=4900&max=125050&limit=50");
    }

    @Test
    void pages_are_put_together_and_what_was_left_out_is_told() {
        service.says("GET /api/sales", "{\"items\":[{\"msn\":\"1\",\"saleId\":\"a\"}],\"next\":\"p/2\"}")
                .says("GET /api/sales", "{\"items\":[{\"msn\":\"1\",\"saleId\":\"b\"}],\"next\":\"p3\"}");

        Kvitt.Result result = Kvitt.to(service, home).run("sales", "--limit", "2");

        assertThat(result.out().lines()).containsExactly("sale", "1/a", "1/b");
        assertThat(result.err()).contains("There are more than these 2");
        assertThat(service.requests())
                .isEqualTo(List.of("GET /api/sales?limit=2", "GET /api/sales?limit=1&after=p%2F2"));
    }

    @Test
    void a_list_without_a_service_that_is_away_is_not_called_the_whole() {
        service.says("GET /api/parked", "{\"items\":[],\"away\":[\"payment-service\"]}");

        Kvitt.Result table = Kvitt.to(service, home).run("parked");
        Kvitt.Result json = Kvitt.to(service, home).run("parked", "--json");

        assertThat(table.exitCode()).isEqualTo(ExitCode.NOT_REACHABLE);
        assertThat(table.out()).isEmpty();
        assertThat(table.err()).contains("Not the whole: payment-service did not answer");
        assertThat(json.exitCode()).isEqualTo(ExitCode.NOT_REACHABLE);
        assertThat(json.out()).contains("\"away\":[\"payment-service\"]");
    }

    @Test
    void findings_go_to_a_spreadsheet() {
        service.says("GET /api/findings", 200, "text/csv", "id,kind\r\n42,cancelled-differs\r\n");

        assertThat(Kvitt.to(service, home).run("findings", "--csv").out()).isEqualTo("id,kind\n42,cancelled-differs\n");
    }

    @Test
    void one_message_is_shown_as_it_came() {
        service.says("GET /api/sales/123456/till-1-000042/messages/e-1", "{\"body\":{\"a\":1}}");

        assertThat(Kvitt.to(service, home)
                        .run("sale", "123456/till-1-000042", "--message", "e-1")
                        .out())
                .isEqualTo("{\"body\":{\"a\":1}}\n");
    }
}
