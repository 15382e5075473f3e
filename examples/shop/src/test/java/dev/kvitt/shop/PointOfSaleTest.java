package dev.kvitt.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A point of sale whose line, power or Kvitt fails in the middle of a sale. */
class PointOfSaleTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<Line> LINES = Catalogue.lines(Map.of("coffee", 2, "cup", 1));
    private static final String PAID =
            """
            {"status":"done","outcome":"paid","todo":"hand-over","sentence":"The customer has paid.",
             "sums":{"captured":{"value":22700,"currency":"NOK"},"refunded":{"value":0,"currency":"NOK"}}}""";

    @TempDir
    Path folder;

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final List<AutoCloseable> open = new ArrayList<>();
    private KvittDouble kvitt;

    @BeforeEach
    void begin() throws IOException {
        kvitt = new KvittDouble();
        open.add(kvitt);
    }

    @AfterEach
    void end() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void what_is_about_to_be_sent_is_on_disk_before_kvitt_hears_of_it() throws Exception {
        var till = new PointOfSale(client(), json, folder, place("till-1"), false, Clock.systemUTC());
        till.open(Catalogue.total(LINES), LINES, json.createObjectNode());

        assertThat(kvitt.requests()).isEmpty();
        assertThat(Files.readString(folder.resolve("till-1.json"))).contains("open-1", "UNSENT");
    }

    @Test
    void a_till_without_power_sends_the_same_again_after_its_restart_and_asks() throws Exception {
        kvitt.accepting = 503;
        var before = start("till-1", false);
        before.open(Catalogue.total(LINES), LINES, json.createObjectNode());
        until(before, view -> !view.reachable());
        var saleId = before.current().saleId();
        before.close();

        kvitt.accepting = 202;
        kvitt.status = PAID;
        var after = start("till-1", false);
        var paid = until(after, view -> view.can().contains(Can.REFUND));

        assertThat(after.current().saleId()).isEqualTo(saleId);
        assertThat(paid.sale().title()).isEqualTo("Paid");
        assertThat(kvitt.requests()).contains(" open-1").allMatch(asked -> asked.matches(" open-1|/ack.*"));
        assertThat(kvitt.listenedFrom).as("its events are heard once more").isEqualTo("0");
    }

    @Test
    void a_paid_sale_is_acknowledged_once() throws Exception {
        kvitt.status = PAID;
        var till = start("till-1", false);
        till.open(Catalogue.total(LINES), LINES, json.createObjectNode());
        until(till, view -> kvitt.requests().contains("/acknowledgements null"));
        kvitt.tell("7", event("kvitt.payment.settled.v1", till.current().saleId(), ""));
        until(till, view -> !view.events().isEmpty());

        assertThat(kvitt.requests()).containsOnlyOnce("/acknowledgements null");
    }

    @Test
    void a_request_that_kvitt_does_not_take_is_told_and_the_sale_can_be_left() throws Exception {
        kvitt.accepting = 400;
        kvitt.status = "{\"status\":\"not-seen\",\"todo\":\"send-again\"}";
        var till = start("till-1", false);
        till.open(Catalogue.total(LINES), LINES, json.createObjectNode());
        var refused = until(till, view -> view.can().contains(Can.LEAVE));

        assertThat(refused.problem())
                .as("what Kvitt says to a program is not for the cashier")
                .startsWith("Kvitt did not take this")
                .doesNotContain("Not now.");
        till.leave();
        assertThat(till.can()).containsExactly(Can.OPEN);
        assertThat(kvitt.requests()).containsExactly(" open-1");
    }

    @Test
    void what_kvitt_had_decided_and_no_longer_remembers_stands_and_is_asked_about() throws Exception {
        kvitt.accepting = 409;
        kvitt.refusing = "{\"code\":\"idempotency-key-decided\"}";
        kvitt.status = PAID;
        var till = start("till-1", false);
        till.open(Catalogue.total(LINES), LINES, json.createObjectNode());
        var paid = until(till, view -> view.can().contains(Can.REFUND));

        assertThat(paid.problem()).isEmpty();
        assertThat(kvitt.asked()).contains(till.current().saleId());
        assertThat(kvitt.requests()).containsOnlyOnce(" open-1");
    }

    @Test
    void a_token_that_is_not_let_in_says_nothing_about_the_sale_and_the_same_is_sent_again() throws Exception {
        kvitt.accepting = 403;
        kvitt.status = "{\"status\":\"not-seen\",\"todo\":\"send-again\"}";
        var till = start("till-1", false);
        till.open(Catalogue.total(LINES), LINES, json.createObjectNode());
        var notLetIn = until(till, view -> !view.problem().isEmpty());

        assertThat(notLetIn.reachable()).as("Kvitt has answered").isTrue();
        assertThat(notLetIn.problem()).contains("token").doesNotContain("Not now.");
        assertThat(notLetIn.can()).isEmpty();
        assertThatThrownBy(till::leave).isInstanceOf(NotPossibleException.class);

        kvitt.accepting = 401;
        var before = kvitt.requests().size();
        until(till, view -> kvitt.requests().size() > before + 1);
        assertThat(till.can()).isEmpty();

        kvitt.status = PAID;
        kvitt.accepting = 202;
        until(till, view -> view.can().contains(Can.REFUND) && view.problem().isEmpty());
        assertThat(kvitt.requests()).allMatch(asked -> asked.matches(" open-1|/ack.*"));
    }

    @Test
    void kvitt_is_said_to_be_away_only_when_it_is() throws Exception {
        kvitt.accepting = 429;
        var till = start("till-1", false);
        till.open(Catalogue.total(LINES), LINES, json.createObjectNode());
        assertThat(until(till, view -> !view.problem().isEmpty()).reachable()).isTrue();

        kvitt.accepting = 503;
        assertThat(until(till, view -> !view.reachable()).problem()).isEmpty();
    }

    @Test
    void two_quick_presses_are_one_refund_also_while_nobody_knows_what_became_of_the_first() throws Exception {
        kvitt.status = PAID;
        var till = start("till-1", false);
        till.open(Catalogue.total(LINES), LINES, json.createObjectNode());
        until(till, view -> view.can().contains(Can.REFUND));

        kvitt.answering = 503;
        till.refund(22700, json.createObjectNode());
        assertThatThrownBy(() -> till.refund(22700, json.createObjectNode())).isInstanceOf(NotPossibleException.class);
        var accepted = until(till, view -> view.sale().title().startsWith("Asking"));
        assertThat(accepted.can())
                .as("the answer before is about the time before")
                .doesNotContain(Can.REFUND);
        assertThatThrownBy(() -> till.refund(22700, json.createObjectNode())).isInstanceOf(NotPossibleException.class);

        kvitt.answering = 200;
        until(till, view -> view.can().contains(Can.REFUND));
        assertThat(kvitt.requests())
                .filteredOn(asked -> asked.startsWith("/refunds"))
                .hasSize(1);
    }

    @Test
    void an_answer_about_the_sale_before_is_not_taken_for_one_about_this_sale() throws Exception {
        kvitt.status = PAID;
        var goOn = kvitt.holds("scan-0000000001");
        var machine = start("machine-1", true);
        kvitt.tell("41", scan("scan-0000000001", "2026-11-22T10:00:00Z"));
        until(machine, view -> kvitt.asked().contains("scan-0000000001"));
        kvitt.status = "{\"status\":\"in-progress\",\"todo\":\"wait\"}";
        kvitt.tell("42", scan("scan-0000000002", "2026-11-22T10:01:00Z"));
        until(machine, view -> view.sale() != null && view.sale().saleId().equals("scan-0000000002"));
        goOn.countDown();
        until(machine, view -> kvitt.asked().contains("scan-0000000002"));

        assertThat(machine.answer().path("todo").asText()).isIn("", "wait");
        assertThat(kvitt.requests()).as("nothing that is paid is acknowledged").isEmpty();
    }

    private static String scan(String saleId, String at) {
        return event("kvitt.payment.requested.v1", saleId, "\"userFlow\":\"WEB_REDIRECT\",")
                .replace("2026-11-22T10:00:00Z", at);
    }

    @Test
    void an_open_sale_is_never_left_and_no_other_is_begun() throws Exception {
        var till = start("till-1", false);
        till.open(Catalogue.total(LINES), LINES, json.createObjectNode());
        until(till, view -> view.can().contains(Can.CANCEL));

        assertThatThrownBy(till::leave).isInstanceOf(NotPossibleException.class);
        assertThatThrownBy(() -> till.open(Catalogue.total(LINES), LINES, json.createObjectNode()))
                .isInstanceOf(NotPossibleException.class);
    }

    @Test
    void a_scan_opens_the_machines_sale_and_a_power_cut_in_the_middle_of_a_vend_is_remembered() throws Exception {
        kvitt.status =
                "{\"status\":\"in-progress\",\"todo\":\"confirm-or-cancel\",\"selectUntil\":\"2999-01-01T00:00:00Z\"}";
        var machine = start("machine-1", true);
        until(machine, View::reachable);
        kvitt.tell("41", event("kvitt.payment.requested.v1", "scan-1234567890", "\"userFlow\":\"WEB_REDIRECT\","));
        until(machine, view -> view.can().contains(Can.CHOOSE));
        machine.sells(Catalogue.MACHINE.getFirst().line(1));
        machine.close();

        var after = start("machine-1", true);
        var asks = until(after, view -> view.can().contains(Can.DROP));
        assertThat(asks.sale().lines()).hasSize(1);
        assertThat(asks.can()).doesNotContain(Can.CHOOSE);
    }

    private PointOfSale start(String id, boolean opensByScan) {
        var pointOfSale = new PointOfSale(client(), json, folder, place(id), opensByScan, Clock.systemUTC());
        open.add(pointOfSale);
        pointOfSale.start();
        return pointOfSale;
    }

    private Kvitt client() {
        var client = new Kvitt(json, kvitt.url(), "token", kvitt.url(), "seal", "123456", new Speech(Language.EN));
        open.add(client);
        return client;
    }

    private static View until(PointOfSale pointOfSale, Predicate<View> wanted) throws InterruptedException {
        var end = System.nanoTime() + LIMIT.toNanos();
        var view = pointOfSale.view(-1, LIMIT);
        while (!wanted.test(view)) {
            assertThat(System.nanoTime()).as("in vain: " + view).isLessThan(end);
            view = pointOfSale.view(view.version(), Duration.ofMillis(200));
        }
        return view;
    }

    private static String event(String type, String saleId, String more) {
        return """
               {"id":"%s","type":"%s","time":"2026-11-22T10:00:00Z","data":{%s"amount":{"value":5000,"currency":"NOK"},"sale":{"saleId":"%s"}}}"""
                .formatted(type + saleId, type, more, saleId)
                .strip();
    }

    private static ShopConfig.Place place(String id) {
        return new ShopConfig.Place() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String qrId() {
                return id + "-qr";
            }
        };
    }
}
