package dev.kvitt.vipps.client.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrTest extends VippsTest {
    private static final MerchantQrId ID = new MerchantQrId("vending-4711");
    private static final MerchantCallbackQr CODE = new MerchantCallbackQr(
            ID, "vendingmachine1234", "https://qr.example/generate/qr.svg", "https://qr.example/28/2/01/abc");
    private static final String JSON =
            """
            {"merchantSerialNumber":"123456","merchantQrId":"vending-4711","locationDescription":"vendingmachine1234",
             "qrImageUrl":"https://qr.example/generate/qr.svg","qrContent":"https://qr.example/28/2/01/abc"}""";

    @Test
    void a_code_is_put_with_its_place_and_nothing_else() {
        vipps.answer(Reply.json(200, ""));

        assertThat(api.qr().putMerchantCallback(ID, new LocationDescription("vendingmachine1234")))
                .isEqualTo(new Outcome.Done<>(new NoContent()));
        assertCall("PUT", "/qr/v1/merchant-callback/vending-4711");
        assertThat(vipps.onlyCall().json())
                .isEqualTo(Received.parse("{\"locationDescription\":\"vendingmachine1234\"}"));
    }

    @Test
    void a_code_is_read_with_its_image_and_content() {
        vipps.answer(Reply.json(200, JSON));

        assertThat(api.qr().getMerchantCallback(ID)).isEqualTo(new Outcome.Done<>(CODE));
        assertCall("GET", "/qr/v1/merchant-callback/vending-4711?QrImageFormat=SVG");
    }

    @Test
    void a_code_that_does_not_exist_is_not_found() {
        vipps.answer(Reply.json(404, ""));

        assertThat(api.qr().getMerchantCallback(ID))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.error().isNotFound()).isTrue());
    }

    @Test
    void all_codes_are_listed() {
        vipps.answer(Reply.json(200, "[" + JSON + "]"));

        assertThat(api.qr().listMerchantCallbacks()).isEqualTo(new Outcome.Done<>(List.of(CODE)));
        assertCall("GET", "/qr/v1/merchant-callback?QrImageFormat=SVG");
    }

    @Test
    void a_print_shop_gets_bitmaps_of_the_size_it_wants() {
        vipps.answer(Reply.json(200, JSON));

        api.qr().getMerchantCallback(ID, new QrFormat.Png(2000));

        assertCall("GET", "/qr/v1/merchant-callback/vending-4711?QrImageFormat=PNG&QrImageSize=2000");
    }

    @Test
    void an_old_mobilepay_print_is_taken_over() {
        vipps.answer(Reply.json(200, ""));

        assertThat(api.qr().putMobilePayCallback(new BeaconId("7654321"), new LocationDescription("Kiosk")))
                .isEqualTo(new Outcome.Done<>(new NoContent()));
        assertCall("PUT", "/qr/v1/merchant-callback/mobilepay/7654321");
        assertThat(vipps.onlyCall().body()).isEqualTo("{\"locationDescription\":\"Kiosk\"}");
    }

    @Test
    void a_beacon_of_another_merchant_stays_there() {
        vipps.answer(Reply.json(409, "{\"id\":\"7654321\"}"));

        assertThat(api.qr().putMobilePayCallback(new BeaconId("7654321"), new LocationDescription("Kiosk")))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(Qr.isTaken(refused.error()))
                        .isTrue());
    }

    @Test
    void a_code_with_more_and_with_odd_fields_is_read() {
        vipps.answer(Reply.json(200, JSON.replace("\"vendingmachine1234\"", "null,\"category\":{\"new\":[1]}")));

        assertThat(api.qr().getMerchantCallback(ID))
                .isEqualTo(new Outcome.Done<>(new MerchantCallbackQr(ID, "", CODE.imageUrl(), CODE.content())));
    }

    @Test
    void a_code_is_deleted_even_if_its_id_is_awkward() {
        vipps.answer(Reply.json(200, ""));

        assertThat(api.qr().deleteMerchantCallback(new MerchantQrId("kasse 1/ø")))
                .isEqualTo(new Outcome.Done<>(new NoContent()));
        assertCall("DELETE", "/qr/v1/merchant-callback/kasse%201%2F%C3%B8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a\nb"})
    void an_id_that_cannot_stand_in_a_path_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MerchantQrId(text));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BeaconId(text))
                .withMessageContaining("beacon");
    }

    @Test
    void ids_and_places_keep_to_their_limits() {
        assertThat(new MerchantQrId("q".repeat(128)).value()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> new MerchantQrId("q".repeat(129)));
        assertThat(new LocationDescription("p".repeat(36)).value()).hasSize(36);
        assertThatIllegalArgumentException().isThrownBy(() -> new LocationDescription("p".repeat(37)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LocationDescription(""));
    }

    private void assertCall(String method, String path) {
        assertThat(vipps.onlyCall().method()).isEqualTo(method);
        assertThat(vipps.onlyCall().path()).isEqualTo(path);
    }
}
