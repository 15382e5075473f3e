package dev.kvitt.vipps.client.epayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.qr.QrFormat;
import dev.kvitt.vipps.client.testing.Samples;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"12345678", "1234567890123456", "+4798765432", "47 98765432", ""})
    void a_phone_number_of_another_form_is_refused_without_showing_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Customer.PhoneNumber(text))
                .satisfies(refusal -> assertThat(
                                text.isEmpty() || !refusal.getMessage().contains(text))
                        .isTrue());
    }

    @Test
    void a_personal_qr_has_5_to_255_characters() {
        assertThat(new Customer.PersonalQr("q".repeat(5)).content()).hasSize(5);
        assertThat(new Customer.PersonalQr("q".repeat(255)).content()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new Customer.PersonalQr("q".repeat(4)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Customer.PersonalQr("q".repeat(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Customer.CustomerToken(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kvitt.example",
                "http://127.0.0.1.kvitt.example",
                "kvitt.example",
                "/return",
                "https://a b",
                ""
            })
    void a_return_url_of_another_form_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReturnUrl(text));
    }

    @Test
    void a_return_url_may_be_plain_http_to_this_very_machine() {
        assertThat(new ReturnUrl("http://127.0.0.1:7022/p/r/x").value()).endsWith("/x");
        assertThat(new ReturnUrl("http://localhost/p/r/x").value()).endsWith("/x");
    }

    @Test
    void a_return_url_has_2500_characters_at_most() {
        String start = "https://kvitt.example/";
        assertThat(new ReturnUrl(start + "a".repeat(ReturnUrl.MAX_LENGTH - start.length())).value())
                .hasSize(2500);
        assertThatIllegalArgumentException().isThrownBy(() -> new ReturnUrl(start + "a".repeat(ReturnUrl.MAX_LENGTH)));
    }

    @Test
    void a_description_has_3_to_100_characters() {
        assertThat(new PaymentDescription("abc").value()).hasSize(3);
        assertThat(new PaymentDescription("a".repeat(100)).value()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentDescription("ab"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentDescription("a".repeat(101)));
    }

    @Test
    void metadata_keeps_to_the_limits_of_vipps() {
        assertThat(Metadata.of(pairs(Metadata.MAX_PAIRS)).pairs()).hasSize(5);
        assertThatIllegalArgumentException().isThrownBy(() -> Metadata.of(pairs(Metadata.MAX_PAIRS + 1)));
        assertThat(Metadata.of(Map.of("k".repeat(100), "v".repeat(500))).pairs())
                .hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Metadata.of(Map.of("k".repeat(101), "v")));
        assertThatIllegalArgumentException().isThrownBy(() -> Metadata.of(Map.of("", "v")));
        assertThatIllegalArgumentException().isThrownBy(() -> Metadata.of(Map.of("k", "v".repeat(501))));
    }

    @Test
    void metadata_is_in_the_order_of_its_keys_however_it_came() {
        TreeMap<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.putAll(pairs(3));

        assertThat(new Metadata(backwards).pairs().keySet()).containsExactly("k0", "k1", "k2");
    }

    @Test
    void a_qr_image_is_100_to_2000_pixels_wide() {
        assertThat(new QrFormat.Png(100).size()).isEqualTo(100);
        assertThat(new QrFormat.Png(2000).size()).isEqualTo(2000);
        assertThatIllegalArgumentException().isThrownBy(() -> new QrFormat.Png(99));
        assertThatIllegalArgumentException().isThrownBy(() -> new QrFormat.Png(2001));
    }

    @Test
    void an_aggregate_has_one_currency() {
        Amount euro = new Amount(Currency.EUR, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Aggregate(Samples.nok(1), Samples.nok(1), Samples.nok(1), euro));
    }

    private static Map<String, String> pairs(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    }
}
