package dev.kvitt.checkin.vipps;

import static dev.kvitt.checkin.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.MovableClock;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.QrCode;
import dev.kvitt.checkin.store.QrCodeState;
import dev.kvitt.checkin.store.QrCodes;
import dev.kvitt.checkin.store.WantedCode;
import dev.kvitt.events.Msn;
import dev.kvitt.local.test.KvittTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class QrCodesAtVippsTest {

    private static final int ALL = CheckinWorld.CODES;

    @Inject
    QrCodeKeeper keeper;

    @Inject
    QrCodeErrands errands;

    @Inject
    QrCodes codes;

    @Inject
    MovableClock clock;

    @BeforeEach
    void all_codes_are_there_soon_after_the_start() {
        await().atMost(Duration.ofSeconds(30)).until(() -> atVipps() == ALL);
    }

    @Test
    void every_code_of_the_registry_is_put_with_its_location_and_nothing_else() {
        assertThat(journal())
                .contains("200 PUT /qr/v1/merchant-callback/qr-1 123456 {\"locationDescription\":\"At qr-1\"}")
                .contains("200 PUT /qr/v1/merchant-callback/qr-20 123456 {\"locationDescription\":\"At qr-20\"}");
    }

    @Test
    void a_code_that_vipps_did_not_confirm_is_put_again() {
        assertThat(journal().lines().filter(line -> line.contains("/qr-7 ")).toList())
                .satisfies(tries -> {
                    assertThat(tries.getFirst()).startsWith("503");
                    assertThat(tries.getLast()).startsWith("200");
                });
    }

    @Test
    void a_moved_machine_is_renamed_once_and_what_has_not_changed_is_left_alone() {
        keeper.round(List.of(code("qr-2", "Moved to Bergen"), code("qr-3", "At qr-3")));
        keeper.round(List.of(code("qr-2", "Moved to Bergen"), code("qr-3", "At qr-3")));
        assertThat(journal().lines().filter(line -> line.contains("/qr-2 ")))
                .endsWith("200 PUT /qr/v1/merchant-callback/qr-2 123456 {\"locationDescription\":\"Moved to Bergen\"}")
                .hasSize(2);
        assertThat(journal().lines().filter(line -> line.contains("/qr-3 "))).hasSize(1);
        assertThat(atVipps()).isEqualTo(ALL);
    }

    @Test
    void a_code_that_somebody_deleted_or_renamed_at_vipps_is_put_again() {
        callbackAtVipps("DELETE", "qr-11", "");
        callbackAtVipps("PUT", "qr-12", "{\"locationDescription\":\"Renamed in the portal\"}");
        keeper.round(keeper.wanted());

        assertThat(linesOf("qr-11"))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("200 PUT")
                .contains("At qr-11");
        assertThat(linesOf("qr-12")).hasSize(3).last().asString().contains("At qr-12");
        assertThat(linesOf("qr-13")).hasSize(1);
    }

    @Test
    void a_code_that_left_the_registry_is_deleted_after_the_time_that_was_set_and_put_again_when_it_comes_back() {
        var all = keeper.wanted();
        var without = all.stream().filter(code -> !code.qrId().equals("qr-14")).toList();
        keeper.round(without);
        assertThat(linesOf("qr-14")).as("a print is glued on: not at once").hasSize(1);
        clock.advance(Duration.ofDays(1));
        keeper.round(all);
        assertThat(linesOf("qr-14")).as("it came back in time").hasSize(1);
        keeper.round(without);
        clock.advance(Duration.ofDays(1));
        keeper.round(without);
        assertThat(linesOf("qr-14")).hasSize(2).last().asString().startsWith("200 DELETE");
        keeper.round(all);
        assertThat(linesOf("qr-14")).hasSize(3).last().asString().startsWith("200 PUT");
    }

    @Test
    void a_redirect_code_leads_to_the_page_of_its_meter_and_is_led_back_when_somebody_changed_it() {
        var page = CheckinWorld.PUBLIC_URL + "/p/123456/taxi-qr-18";
        assertThat(linesOf("\"taxi-qr-18\"", ""))
                .containsExactly(
                        "200 POST /qr/v1/merchant-redirect {\"id\":\"taxi-qr-18\",\"redirectUrl\":\"" + page + "\"}");
        atVipps("PUT", "/qr/v1/merchant-redirect/taxi-qr-18", "{\"redirectUrl\":\"https://elsewhere.example\"}");
        atVipps("DELETE", "/qr/v1/merchant-redirect/taxi-qr-19", "");
        keeper.round(keeper.wanted());

        assertThat(linesOf("/qr/v1/merchant-redirect/taxi-qr-18", page))
                .containsExactly("200 PUT /qr/v1/merchant-redirect/taxi-qr-18 {\"redirectUrl\":\"" + page + "\"}");
        assertThat(linesOf("\"taxi-qr-19\"", "200 POST")).as("made anew").hasSize(2);
    }

    @Test
    void a_code_that_left_the_registry_is_deleted_at_once_when_somebody_orders_it() {
        var all = keeper.wanted();
        keeper.round(all.stream().filter(code -> !code.qrId().equals("qr-15")).toList());
        assertThat(linesOf("qr-15")).hasSize(1);
        assertThat(errands.delete(new PrintedCode(new Msn(CheckinWorld.MSN), "qr-15")))
                .isTrue();
        assertThat(linesOf("qr-15")).hasSize(2).last().asString().startsWith("200 DELETE");
        keeper.round(all);
        assertThat(linesOf("qr-15")).hasSize(3).last().asString().startsWith("200 PUT");
    }

    private static List<String> linesOf(String one, String other) {
        return journal()
                .lines()
                .filter(line -> line.contains(one) && line.contains(other))
                .toList();
    }

    private static void callbackAtVipps(String method, String qrId, String body) {
        atVipps(method, "/qr/v1/merchant-callback/" + qrId, body);
    }

    private static void atVipps(String method, String path, String body) {
        var vipps = ConfigProvider.getConfig().getValue("kvitt.vipps.base-url", String.class);
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .request(method, vipps + path)
                .then()
                .statusCode(200);
    }

    private static List<String> linesOf(String qrId) {
        return journal()
                .lines()
                .filter(line -> (line + " ").contains("/" + qrId + " "))
                .toList();
    }

    @Test
    void a_code_that_another_process_is_telling_vipps_of_is_left_to_it() {
        codes.want(List.of(code("qr-5", "Held by another process")));
        var id = codes.wanted().getFirst();
        codes.tell(id, held -> {
            keeper.round(List.of());
            return true;
        });
        assertThat(journal()).doesNotContain("Held by another process");
        assertThat(codes.wanted()).isEmpty();
    }

    @Test
    void two_processes_that_start_at_once_note_each_new_code_once() {
        var fresh = IntStream.range(0, 50)
                .mapToObj(n -> new WantedCode("9999", "new-" + n, "machine-" + n, "Somewhere"))
                .toList();
        var one = CompletableFuture.runAsync(() -> codes.want(fresh));
        var other = CompletableFuture.runAsync(() -> codes.want(fresh));
        CompletableFuture.allOf(one, other).join();
        assertThat(QuarkusTransaction.requiringNew().call(() -> QrCode.delete("msn", "9999")))
                .isEqualTo(50);
    }

    private static WantedCode code(String qrId, String location) {
        return new WantedCode(CheckinWorld.MSN, qrId, "machine-x", location);
    }

    private static long atVipps() {
        return QuarkusTransaction.requiringNew().call(() -> QrCode.count("state", QrCodeState.AT_VIPPS));
    }

    private static String journal() {
        var vipps = ConfigProvider.getConfig().getValue("kvitt.vipps.base-url", String.class);
        return RestAssured.get(vipps + "/journal").asString();
    }
}
