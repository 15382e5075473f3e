package dev.kvitt.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.gateway.domain.Kind;
import dev.kvitt.gateway.domain.RegistrationState;
import dev.kvitt.gateway.vipps.Upkeep;
import dev.kvitt.gateway.world.Bodies;
import dev.kvitt.gateway.world.FakeVipps;
import dev.kvitt.gateway.world.GatewayTest;
import dev.kvitt.gateway.world.GatewayWorld;
import dev.kvitt.gateway.world.Rows;
import dev.kvitt.gateway.world.Webhook;
import dev.kvitt.local.test.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@GatewayTest
class RegistrationLifeTest {

    private static final String OLD_URL = "https://old.example.com/hooks/";
    private static final Set<String> PAYMENT = Set.of("epayments.payment.authorized.v1");
    private static final Set<String> CHECK_IN = Set.of("user.checked-in.v1");

    FakeVipps vipps;

    @Inject
    Upkeep upkeep;

    @Inject
    Rows rows;

    @Inject
    DataSource dataSource;

    @BeforeEach
    @AfterEach
    void begin_anew() {
        // After the round made at the start, which may still be under way.
        upkeep.round();
        vipps.reset();
        rows.clear();
    }

    @Test
    void payments_and_check_ins_get_a_registration_each_with_an_unguessable_path_of_its_own() {
        upkeep.round();

        assertThat(vipps.registrations()).hasSize(2).allSatisfy(one -> assertThat(one.url())
                .matches("https://pay\\.example\\.com:8443/kvitt/hooks/[A-Za-z0-9_-]{43}"));
        assertThat(vipps.payments().events())
                .hasSize(8)
                .allMatch(name -> name.matches("epayments\\.payment\\.[a-z]+\\.v1"));
        assertThat(vipps.checkIns().events()).containsExactly("user.checked-in.v1");
        assertThat(vipps.payments().url()).isNotEqualTo(vipps.checkIns().url());
        everythingWorks();
    }

    @Test
    void a_second_round_finds_nothing_to_do() {
        upkeep.round();
        var before = vipps.journal();
        upkeep.round();

        assertThat(vipps.journal()).isEqualTo(before);
        everythingWorks();
    }

    @Test
    void the_row_is_there_before_vipps_is_asked() {
        var states = new ConcurrentHashMap<String, String>();
        vipps.beforeRegistering(url -> states.put(url, stateOf(url)));
        upkeep.round();

        assertThat(states).hasSize(2).allSatisfy((url, state) -> assertThat(state)
                .isEqualTo("WANTED"));
    }

    private String stateOf(String url) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select state from registration where url = ?")) {
            query.setString(1, url);
            var found = query.executeQuery();
            return found.next() ? found.getString(1) : "no row";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_secret_is_sealed_in_the_store_and_in_no_log() {
        try (var log = new LogLines()) {
            upkeep.round();

            for (var row : rows.all()) {
                assertThat(row.sealedSecret)
                        .matches("[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+")
                        .doesNotContain("secret-");
                assertThat(log.text()).doesNotContain("secret-", row.token);
            }
        }
    }

    @Test
    void a_registration_whose_answer_was_lost_is_deleted_and_made_again() {
        vipps.mode(FakeVipps.Mode.LOSES_ANSWERS);
        upkeep.round();
        assertThat(rows.all()).allMatch(row -> row.state == RegistrationState.WANTED && row.sealedSecret == null);
        var lost = vipps.registrations();
        assertThat(lost).isNotEmpty();

        vipps.mode(FakeVipps.Mode.WORKS);
        upkeep.round();

        assertThat(vipps.registrations()).hasSize(2).doesNotContainAnyElementsOf(lost);
        everythingWorks();
    }

    @Test
    void a_halt_between_the_call_and_storing_the_secret_is_mended() {
        for (var kind : Kind.values()) {
            vipps.add(rows.wanted(GatewayWorld.MSN, kind).url, kind == Kind.PAYMENTS ? PAYMENT : CHECK_IN);
        }
        upkeep.round();

        assertThat(vipps.registrations()).hasSize(2);
        assertThat(rows.all()).hasSize(2);
        everythingWorks();
    }

    @Test
    void a_halt_before_the_call_is_mended_with_the_same_row() {
        var row = rows.wanted(GatewayWorld.MSN, Kind.PAYMENTS);
        upkeep.round();

        assertThat(vipps.payments().url()).isEqualTo(row.url);
        everythingWorks();
    }

    @Test
    void what_vipps_deleted_is_registered_anew_and_what_is_still_under_way_is_taken() {
        upkeep.round();
        var deleted = vipps.payments();
        vipps.forget(deleted);
        upkeep.round();

        assertThat(vipps.payments().url()).isNotEqualTo(deleted.url());
        assertThat(rows.all(RegistrationState.RETIRED)).hasSize(1);
        assertThat(Webhook.to(deleted, payment()).post()).isEqualTo(200);
        everythingWorks();
    }

    @Test
    void registrations_of_other_systems_are_never_touched_and_told_of_once() {
        var foreign = List.of(
                vipps.add("https://other.example.com/hooks/abc", PAYMENT),
                vipps.add("https://pay.example.com:8443/kvitt-two/hooks/abc", PAYMENT));
        try (var log = new LogLines()) {
            upkeep.round();
            upkeep.round();

            assertThat(vipps.registrations()).containsAll(foreign).hasSize(4);
            assertThat(log.text()
                            .lines()
                            .filter(line -> line.contains(foreign.getFirst().id())))
                    .hasSize(1);
        }
        everythingWorks();
    }

    @Test
    void what_a_lost_database_left_at_vipps_is_cleared_away() {
        vipps.add(GatewayWorld.PUBLIC_URL + "/hooks/" + Rows.token(), CHECK_IN);
        upkeep.round();

        assertThat(vipps.registrations()).hasSize(2);
        everythingWorks();
    }

    @Test
    void another_public_address_replaces_payments_after_and_check_ins_before_the_new_one() {
        var payments = old(Kind.PAYMENTS, PAYMENT);
        var checkIns = old(Kind.CHECK_INS, CHECK_IN);
        upkeep.round();

        assertThat(vipps.journal())
                .containsExactly(
                        "POST payments", "DELETE " + payments.id(), "DELETE " + checkIns.id(), "POST check-ins");
        assertThat(rows.all(RegistrationState.RETIRED)).hasSize(2);
        everythingWorks();
    }

    private FakeVipps.Registered old(Kind kind, Set<String> events) {
        var registered = vipps.add(OLD_URL + Rows.token(), events);
        rows.registered(GatewayWorld.MSN, kind, registered.url(), registered.id(), registered.secret());
        return registered;
    }

    @Test
    void a_secret_that_cannot_be_opened_is_replaced() {
        upkeep.round();
        rows.all().forEach(row -> rows.change(row.id, one -> one.sealedSecret = "not.a.sealed.secret.at-all"));
        try (var log = new LogLines()) {
            upkeep.round();

            assertThat(log.text().lines().filter(line -> line.contains("cannot be opened")))
                    .hasSize(2);
        }
        assertThat(vipps.registrations()).hasSize(2);
        everythingWorks();
    }

    @Test
    void a_row_retired_longer_than_vipps_retries_is_forgotten() {
        upkeep.round();
        vipps.forget(vipps.payments());
        upkeep.round();
        var retired = rows.all(RegistrationState.RETIRED).getFirst();
        rows.change(
                retired.id,
                row -> row.retiredAt = Instant.now().minus(Duration.ofDays(8)).minusSeconds(60));
        upkeep.round();

        assertThat(rows.all(RegistrationState.RETIRED)).isEmpty();
        everythingWorks();
    }

    @Test
    void while_another_replica_is_at_it_this_one_keeps_away() throws SQLException {
        try (var connection = dataSource.getConnection();
                var lock = connection.prepareStatement("select pg_advisory_lock(7301, 123456)")) {
            lock.execute();
            upkeep.round();
            assertThat(vipps.journal()).isEmpty();
            try (var unlock = connection.prepareStatement("select pg_advisory_unlock(7301, 123456)")) {
                unlock.execute();
            }
        }
        upkeep.round();
        everythingWorks();
    }

    @Test
    void a_registration_made_by_another_replica_is_found() {
        var url = GatewayWorld.PUBLIC_URL + "/hooks/" + Rows.token();
        rows.registered(GatewayWorld.MSN, Kind.PAYMENTS, url, "by-another", "secret-of-another");

        assertThat(Webhook.signed(url, "secret-of-another", payment(), Instant.now())
                        .post())
                .isEqualTo(200);
    }

    @Test
    void a_disabled_sales_unit_gets_no_registration() {
        upkeep.round();

        assertThat(rows.all()).hasSize(2).allMatch(row -> row.msn.equals(GatewayWorld.MSN));
    }

    @Test
    void while_vipps_is_away_the_gateway_is_ready_and_says_what_is_missing() {
        vipps.mode(FakeVipps.Mode.AWAY);
        upkeep.round();

        var health = given().get("/q/health/ready");
        assertThat(health.statusCode()).isEqualTo(200);
        Map<String, Object> data = health.path("checks.find { it.name == 'webhook registrations' }.data");
        assertThat(data)
                .containsEntry("sales units", 1)
                .containsEntry("registered", 0)
                .containsKey(GatewayWorld.MSN);

        vipps.mode(FakeVipps.Mode.WORKS);
        upkeep.round();
        everythingWorks();
    }

    /** Both kinds stand at Vipps once, and what is signed with their secrets is believed. */
    private void everythingWorks() {
        assertThat(rows.all(RegistrationState.REGISTERED)).hasSize(2);
        assertThat(Webhook.to(
                                vipps.registrations().stream()
                                        .filter(one -> !one.isForCheckIns()
                                                && one.url().startsWith(GatewayWorld.PUBLIC_URL + "/"))
                                        .findFirst()
                                        .orElseThrow(),
                                payment())
                        .post())
                .isEqualTo(200);
        assertThat(Webhook.to(vipps.checkIns(), Bodies.checkedIn("msn", GatewayWorld.MSN))
                        .post())
                .isEqualTo(200);
    }

    private static String payment() {
        return Bodies.authorized(GatewayWorld.MSN, "sale-5000-1");
    }
}
