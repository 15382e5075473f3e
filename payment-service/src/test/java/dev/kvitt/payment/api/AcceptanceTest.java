package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.SaleId;
import dev.kvitt.payment.messaging.OnADatabase;
import dev.kvitt.payment.messaging.PaidSale;
import dev.kvitt.payment.store.StoredSales;
import dev.kvitt.payment.support.HttpTills;
import dev.kvitt.registry.Registry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is accepted while not all replicas are of a release that reads it. */
class AcceptanceTest {

    private static final Caller DESK = new Caller(
            "desk",
            Optional.of(Set.of(PaidSale.MSN)),
            Optional.empty(),
            EnumSet.allOf(Permission.class),
            OptionalLong.of(10_000),
            1000);

    private final Registry registry = Registry.load(OnADatabase.SHOP);
    private final OnADatabase service = new OnADatabase(registry);

    @ParameterizedTest
    @EnumSource(
            value = SaleRequest.class,
            names = {"OPENING", "ATTEMPT"})
    void while_the_door_is_closed_nothing_begins_and_tills_are_told_to_come_back(SaleRequest kind) {
        assertThatThrownBy(() -> ask(door(false), kind)).isInstanceOfSatisfying(NoAnswer.class, e -> {
            assertThat(e.response().getStatus()).isEqualTo(503);
            assertThat(e.response().getHeaderString("Retry-After")).isEqualTo("5");
        });
        assertThat(service.number("select count(*) from outbox")).isZero();
        assertThat(service.number("select count(*) from http_request")).isZero();
        assertThat(service.number("select count(*) from http_sale")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = SaleRequest.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPENING", "ATTEMPT"})
    void behind_a_closed_door_what_has_begun_goes_on_so_that_goods_are_captured_and_money_goes_back(SaleRequest kind) {
        ask(door(true), SaleRequest.OPENING);
        ask(door(false), kind);
        assertThat(service.number("select count(*) from outbox where topic = 'pos.http' and headers->>'ce_type' = '"
                        + kind.type().typeName() + "'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(SaleRequest.class)
    void what_was_accepted_before_the_door_was_closed_is_answered_the_same_again(SaleRequest kind) {
        var accepted = ask(door(true), kind);
        assertThat(ask(door(false), kind)).isEqualTo(accepted);
        assertThat(service.number("select count(*) from outbox")).isEqualTo(1);
    }

    /** Rows of before are gone; what was handed on is read again. */
    @Test
    void what_was_decided_and_is_not_remembered_is_asked_about_and_never_called_undone() {
        var accepted = ask(door(true), SaleRequest.OPENING);
        service.execute("delete from http_request");
        service.execute(
                "insert into entity (key, applied) values ('123456/sale-00001', array['" + accepted + "'::uuid])");
        assertThatThrownBy(() -> ask(door(true), SaleRequest.OPENING)).isInstanceOfSatisfying(NoAnswer.class, e -> {
            var told = (Problem) e.response().getEntity();
            assertThat(told.code()).isEqualTo("idempotency-key-decided");
            assertThat(told.title())
                    .contains("was decided, and that stands", "ask what became")
                    .doesNotContain("take a new key", "Nothing was done");
        });
    }

    private Acceptance door(boolean open) {
        InstantSource clock = () -> service.now;
        var settings = TokensTest.settings(Map.of("kvitt.api.accept-requests", Boolean.toString(open)));
        return new Acceptance(
                new HttpStore(service.transactions()),
                new StoredSales(service.transactions()),
                registry,
                new Callers(null, null, registry, new RequestLimits(clock), settings),
                clock,
                settings);
    }

    private static UUID ask(Acceptance door, SaleRequest kind) {
        var asked = new Callers.Asked(DESK, PaidSale.MSN, new SaleId("sale-00001"));
        var body = body(kind).getBytes(StandardCharsets.UTF_8);
        return door.accept(asked, kind, RequestBody.read(body, kind, asked, "request-1"), null);
    }

    private static String body(SaleRequest kind) {
        return switch (kind) {
            case OPENING ->
                """
                {"tillId": "till-1", "amount": {"value": 5000, "currency": "NOK"}, "upperBound": false,
                 "description": "Kiosk purchase", "validUntil": "2026-11-21T10:02:00Z"}""";
            case CUSTOMER ->
                """
                {"tillId": "till-1", "validUntil": "2026-11-21T10:02:00Z",
                 "customer": {"kind": "PHONE_NUMBER", "value": "a.b.c.d.e"}}""";
            case ATTEMPT -> "{\"tillId\": \"till-1\", \"validUntil\": \"2026-11-21T10:02:00Z\"}";
            case CANCELLATION -> "{\"tillId\": \"till-1\"}";
            case CONFIRMATION, REFUND -> HttpTills.refund("till-1", 5000);
        };
    }
}
