package dev.kvitt.vipps.client.qr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.epayment.Customer;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerExchangeTest extends VippsTest {
    private static final Customer.PersonalQr SHOWN = new Customer.PersonalQr("https://qr.vipps.no/p/qwjh?x=1");
    private static final Customer.PhoneNumber NUMBER = new Customer.PhoneNumber("4798765432");

    @Test
    void the_whole_personal_qr_becomes_a_number() {
        vipps.answer(Reply.json(200, "{\"msisdn\":\"4798765432\",\"timestamp\":1634025600,\"version\":\"2.0\"}"));

        assertThat(api.customerExchange().exchange(SHOWN))
                .isEqualTo(new Outcome.Done<>(new ExchangedCustomer(
                        NUMBER, Optional.of(Instant.parse("2021-10-12T08:00:00Z")), Optional.of("2.0"))));
        assertThat(vipps.onlyCall().method()).isEqualTo("POST");
        assertThat(vipps.onlyCall().path()).isEqualTo("/qr/v1/exchange");
        assertThat(vipps.onlyCall().body())
                .isEqualTo("{\"qrCode\":\"https://qr.vipps.no/p/qwjh?x=1\",\"requestedData\":[\"MSISDN\"]}");
    }

    @Test
    void a_token_of_a_scan_becomes_a_number() {
        vipps.answer(Reply.json(200, "{\"msisdn\":\"4798765432\",\"new\":[]}"));

        assertThat(api.customerExchange().exchange(new Customer.CustomerToken("wbA8+=")))
                .isEqualTo(new Outcome.Done<>(new ExchangedCustomer(NUMBER, Optional.empty(), Optional.empty())));
        assertThat(vipps.onlyCall().path()).isEqualTo("/qr/v1/exchange/customer");
        assertThat(vipps.onlyCall().body())
                .isEqualTo("{\"customer\":{\"customerToken\":\"wbA8+=\"},\"requestedData\":[\"MSISDN\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "-5", "9223372036854775807", "1.5"})
    void a_time_that_cannot_be_is_none(String timestamp) {
        vipps.answer(Reply.json(200, "{\"msisdn\":\"4798765432\",\"timestamp\":" + timestamp + "}"));

        assertThat(Outcomes.done(api.customerExchange().exchange(SHOWN)).madeAt())
                .isEmpty();
    }

    @Test
    void an_answer_without_a_number_is_unknown() {
        vipps.answer(Reply.json(200, "{\"version\":\"2.0\"}"));

        assertThat(api.customerExchange().exchange(SHOWN)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void the_number_is_hidden() {
        assertThat(new ExchangedCustomer(NUMBER, Optional.empty(), Optional.empty()).toString())
                .doesNotContain("98765432");
    }
}
