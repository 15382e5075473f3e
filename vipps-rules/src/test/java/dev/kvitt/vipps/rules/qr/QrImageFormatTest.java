package dev.kvitt.vipps.rules.qr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrImageFormatTest {

    @Test
    void the_accept_header_names_one_of_four_formats() {
        assertThat(QrImageFormat.accepted("image/*")).contains(QrImageFormat.SVG);
        assertThat(QrImageFormat.accepted("image/svg+xml")).contains(QrImageFormat.SVG);
        assertThat(QrImageFormat.accepted("image/png")).contains(QrImageFormat.PNG);
        assertThat(QrImageFormat.accepted("text/targetUrl")).contains(QrImageFormat.TARGET_URL);
        assertThat(QrImageFormat.accepted("application/json, image/png;q=0.9, image/*"))
                .contains(QrImageFormat.PNG);
    }

    @Test
    void who_names_no_format_gets_svg() {
        assertThat(QrImageFormat.accepted(null)).contains(QrImageFormat.SVG);
        assertThat(QrImageFormat.accepted("")).contains(QrImageFormat.SVG);
        assertThat(QrImageFormat.accepted("*/*")).contains(QrImageFormat.SVG);
    }

    @Test
    void any_other_accept_header_is_not_supported() {
        assertThat(QrImageFormat.accepted("application/json")).isEmpty();
        assertThat(QrImageFormat.accepted("image/gif")).isEmpty();
    }

    @Test
    void a_query_names_png_or_svg_in_any_case() {
        assertThat(QrImageFormat.ofQuery("png")).contains(QrImageFormat.PNG);
        assertThat(QrImageFormat.ofQuery("Svg")).contains(QrImageFormat.SVG);
        assertThat(QrImageFormat.ofQuery("TARGET_URL")).isEmpty();
    }

    @Test
    void a_payment_has_names_of_its_own() {
        assertThat(QrImageFormat.ofPayment("IMAGE/SVG+XML")).contains(QrImageFormat.SVG);
        assertThat(QrImageFormat.ofPayment("TEXT/TARGETURL")).contains(QrImageFormat.TARGET_URL);
        assertThat(QrImageFormat.ofPayment("image/png")).isEmpty();
    }

    @Test
    void a_size_is_100_to_2000() {
        assertThat(QrImageSize.parse("100")).hasValue(100);
        assertThat(QrImageSize.parse("2000")).hasValue(2000);
        for (String wrong : new String[] {"99", "2001", "", "-500", "5e2", "20000000000", "٥٠٠"}) {
            assertThat(QrImageSize.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
