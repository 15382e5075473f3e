package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How no till may open a sale, least of all with somebody's number in clear. No exception may repeat 48059528 or "Kari". */
class HostileCustomersTest {

    private static final EventType TYPE = EventType.SALE_OPENED;
    private static final String GOOD =
            """
            {"msn":"123456","saleId":"sale-0001","tillId":"till-3","requestId":"1","amount":{"value":3000,"currency":"NOK"},
             "upperBound":false,"selectSeconds":60,"description":"Kiosk purchase","validUntil":"2026-11-21T11:02:00Z",
             "screen":true,"customer":{"kind":"PHONE_NUMBER","value":"a.b.c.d.e"},"qrId":"till-3-qr"}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"CUSTOMER_TOKEN\",\"value\":\"a.b.c.d.e\"}",
                "{\"kind\":\"PERSONAL_QR\",\"value\":\"a.b.c.d.e\"}",
                "{\"kind\":\"PHONE_NUMBER\",\"value\":\"a.b.c.d.e\"}",
                "{\"kind\":\"KNOWN\",\"customerId\":\"7c0e\"}",
                "{\"kind\":\"SCREEN\"}",
                "{\"kind\":\"BROWSER\"}",
                "{\"kind\":\"BROWSER\",\"value\":\"a.b.c.d.e\",\"returnUrl\":\"https://pay.kvitt.example/p/r/x\",\"present\":false}",
                "{\"kind\":\"BROWSER\",\"returnUrl\":\"http://127.0.0.1:8080/p/r/x\"}",
                "{\"kind\":\"KNOWN\",\"customerId\":\"7c0e\",\"present\":true}",
            })
    void everyKindOfCustomerIsTaken(String customer) {
        var good = utf8(GOOD.replaceFirst("\\{\"kind[^}]*}", customer));

        assertThat(Schemas.of(TYPE).validate(Schemas.parse(good))).isEmpty();
        assertThat(read(good)).isInstanceOf(SaleOpened.class);
    }

    @Test
    void aSaleNeedsNoCustomerYet() {
        var good = utf8(GOOD.replaceFirst("\"customer\":\\{[^}]*},", ""));

        assertThat(Schemas.of(TYPE).validate(Schemas.parse(good))).isEmpty();
        assertThat(((SaleOpened) read(good)).customer()).isNull();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    "a.b.c.d.e" | "48059528"
                    "a.b.c.d.e" | 48059528
                    "a.b.c.d.e" | "https://qr.vipps.no/Kari"
                    "a.b.c.d.e" | null
                    "value":"a.b.c.d.e" | "valu":"a.b.c.d.e"
                    "value":"a.b.c.d.e" | "value":"a.b.c.d.e","customerId":"48059528"
                    "PHONE_NUMBER" | "KNOWN"
                    "PHONE_NUMBER" | "SCREEN"
                    "PHONE_NUMBER" | "BROWSER","customerId":"48059528"
                    "PHONE_NUMBER" | "PHONE_NUMBER","present":true
                    "PHONE_NUMBER" | "PHONE_NUMBER","returnUrl":"https://kvitt.example/48059528"
                    "PHONE_NUMBER","value":"a.b.c.d.e" | "KNOWN","customerId":"7c0e","returnUrl":"https://kvitt.example/48059528"
                    "PHONE_NUMBER","value":"a.b.c.d.e" | "SCREEN","present":false
                    "PHONE_NUMBER","value":"a.b.c.d.e" | "BROWSER","present":"Kari"
                    "PHONE_NUMBER","value":"a.b.c.d.e" | "BROWSER","returnUrl":"http://kvitt.example/48059528"
                    "PHONE_NUMBER","value":"a.b.c.d.e" | "BROWSER","returnUrl":"https://kvitt.example/Kari Nordmann"
                    "PHONE_NUMBER","value":"a.b.c.d.e" | "BROWSER","returnUrl":"javascript:Kari"
                    "PHONE_NUMBER" | "Kari"
                    "PHONE_NUMBER" | "phone_number"
                    "PHONE_NUMBER" | 2
                    "PHONE_NUMBER","value":"a.b.c.d.e" | "KNOWN"
                    "PHONE_NUMBER","value":"a.b.c.d.e" | "KNOWN","customerId":"Kari Nordmann"
                    "PHONE_NUMBER","value":"a.b.c.d.e" | "SCREEN","customerId":"48059528"
                    "kind":"PHONE_NUMBER", | "Kari":"PHONE_NUMBER",
                    {"kind":"PHONE_NUMBER","value":"a.b.c.d.e"} | "48059528"
                    "Kiosk purchase" | "Ka"
                    "Kiosk purchase" | "Kari\\tNordmann"
                    "Kiosk purchase" | 48059528
                    "till-3-qr" | ""
                    "till-3-qr" | "Kari\\u0000"
                    "selectSeconds":60 | "selectSeconds":0
                    "selectSeconds":60 | "selectSeconds":601
                    "selectSeconds":60 | "selectSeconds":"48059528"
                    "selectSeconds":60 | "selectSeconds":48059.528
                    "screen":true | "screen":"Kari"
                    "screen":true | "screen":1
                    "upperBound":false | "upperBound":"false"
                    "upperBound":false | "upperBound":0
                    "upperBound":false | "Kari":false
                    "2026-11-21T11:02:00Z" | "2026-11-21T11:02:00+01:00"
                    "2026-11-21T11:02:00Z" | 48059528
                    """)
    void schemaAndCodecRefuseWhatDoesNotFit(String good, String bad) {
        assertThat(GOOD).contains(good);
        var spoilt = utf8(GOOD.replace(good, bad));

        assertThat(Schemas.of(TYPE).validate(Schemas.parse(spoilt))).isNotEmpty();
        var refusal = catchThrowableOfType(UnreadableEventException.class, () -> read(spoilt));
        assertThat(refusal).isNotNull().hasNoCause();
        assertThat(refusal.getMessage()).doesNotContain("48059", "Kari").hasSizeLessThan(200);
    }

    private static Object read(byte[] value) {
        return EventCodec.read(AsyncApi.read().exampleHeaders(TYPE), value).data();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
