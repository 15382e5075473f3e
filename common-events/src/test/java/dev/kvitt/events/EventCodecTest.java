package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final Msn MSN = new Msn("123456");
    private static final SaleId SALE = new SaleId("sale-0001");
    private static final SaleCancelled CANCELLED = new SaleCancelled(MSN, SALE, "machine-1", "vend-1", null);
    private static final Event<SaleCancelled> EVENT = new Event<>(
            UUID.fromString("994126dd-7cfe-5db7-b5f7-47b99e0b4488"),
            "machine-1",
            Instant.parse("2026-11-21T10:00:00Z"),
            MSN,
            "machine-1",
            CANCELLED);

    @Test
    void anEventIsCloudEventsInBinaryMode() {
        assertThat(EventCodec.headers(EVENT))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "994126dd-7cfe-5db7-b5f7-47b99e0b4488",
                        "ce_source", "machine-1",
                        "ce_type", "kvitt.sale.cancelled.v1",
                        "ce_time", "2026-11-21T10:00:00Z",
                        "ce_subject", "123456/sale-0001",
                        "ce_msn", "123456",
                        "ce_tillid", "machine-1",
                        "content-type", "application/json"));
        assertThat(EventCodec.read(EventCodec.headers(EVENT), EventCodec.value(CANCELLED)))
                .isEqualTo(EVENT);
    }

    @Test
    void absentFieldsAreNotWrittenAndMoneyIsTwoFieldsOnly() {
        var confirmed = new AmountConfirmed(MSN, SALE, "machine-1", "vend-1", new Money(0, Currency.NOK), List.of());

        assertThat(new String(EventCodec.value(CANCELLED), StandardCharsets.UTF_8))
                .doesNotContain("reason", "null");
        assertThat(new String(EventCodec.value(confirmed), StandardCharsets.UTF_8))
                .contains("\"amount\":{\"value\":0,\"currency\":\"NOK\"}");
    }

    @Test
    void unknownFieldsAndHeadersAreIgnored() {
        var headers = headersWith("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        var json = "{\"msn\":\"123456\",\"saleId\":\"sale-0001\",\"tillId\":\"machine-1\",\"requestId\":\"vend-1\","
                + "\"later\":{\"deep\":[1.5,null,{}]},\"done\":true}";

        assertThat(EventCodec.read(headers, utf8(json)).data()).isEqualTo(CANCELLED);
    }

    @Test
    void aNullIsReadAsAbsentWhereAFieldMayBeAbsent() {
        var json = "{\"msn\":\"123456\",\"saleId\":\"sale-0001\",\"tillId\":\"machine-1\",\"requestId\":\"vend-1\","
                + "\"reason\":null}";

        assertThat(EventCodec.read(EventCodec.headers(EVENT), utf8(json)).data())
                .isEqualTo(CANCELLED);
    }

    @Test
    void anUnknownTypeIsToldApartAndCannotForgeALogLine() {
        assertThatExceptionOfType(UnknownEventTypeException.class)
                .isThrownBy(() -> EventCodec.read(headersWith("ce_type", "kvitt.sale.bartered.v1"), utf8("{}")))
                .withMessageContaining("kvitt.sale.bartered.v1");
        assertThatExceptionOfType(UnknownEventTypeException.class)
                .isThrownBy(() -> EventCodec.read(headersWith("ce_type", "a\nb" + "c".repeat(200)), utf8("{}")))
                .withMessageContaining("a?b")
                .withMessageNotContaining("c".repeat(98));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time"})
    void aRequiredHeaderThatIsMissingIsToldByName(String header) {
        var headers = new HashMap<>(EventCodec.headers(EVENT));
        headers.remove(header);

        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> EventCodec.read(headers, EventCodec.value(CANCELLED)))
                .withMessageContaining(header);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 2.0",
        "ce_id, 1-1-1-1-1",
        "ce_id, 994126dd",
        "ce_source, two words",
        "ce_time, yesterday",
        "ce_msn, 12a456",
        "ce_msn, 654321",
        "ce_msn, 12345",
    })
    void aHeaderThatIsNotWhatItShouldBeIsRefused(String header, String value) {
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> EventCodec.read(headersWith(header, value), EventCodec.value(CANCELLED)))
                .withMessageNotContaining(value);
    }

    @Test
    void anEventWithoutARequiredFieldIsNotWritten() {
        var incomplete = new SaleCancelled(MSN, null, "machine-1", "vend-1", null);
        var nested = new ReceiptPosted(
                new SaleContext(null, SALE, null, null, null),
                PaymentReference.of(SALE, 1),
                new Money(1, Currency.NOK));

        assertThatIllegalStateException()
                .isThrownBy(() -> EventCodec.value(incomplete))
                .withMessageContaining("saleId is missing");
        assertThatIllegalStateException()
                .isThrownBy(() -> EventCodec.value(nested))
                .withMessageContaining("sale.msn is missing");
    }

    private static Map<String, String> headersWith(String name, String value) {
        var headers = new HashMap<>(EventCodec.headers(EVENT));
        headers.put(name, value);
        return headers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
