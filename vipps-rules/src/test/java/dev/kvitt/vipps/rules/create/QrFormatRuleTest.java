package dev.kvitt.vipps.rules.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.qr.QrImage;
import dev.kvitt.vipps.rules.qr.QrImageFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrFormatRuleTest {

    @Test
    void a_code_is_an_svg_unless_asked_otherwise() {
        assertThat(QrFormatRule.image(qr().body())).contains(new QrImage(QrImageFormat.SVG, 1024));
        assertThat(QrFormatRule.image(qr().qrFormat(null, 500).body())).contains(new QrImage(QrImageFormat.SVG, 500));
        assertThat(QrFormatRule.image(qr().qrFormat("IMAGE/PNG", 200).body()))
                .contains(new QrImage(QrImageFormat.PNG, 200));
        assertThat(QrFormatRule.image(CreateBodies.vending().body())).isEmpty();
    }

    @Test
    void format_and_size_are_among_the_documented() {
        assertThat(problems(qr().qrFormat("TEXT/TARGETURL", 100))).isEmpty();
        assertThat(problems(qr().qrFormat("IMAGE/PNG", 2000))).isEmpty();
        assertThat(problems(qr().qrFormat("image/png", 99))).containsExactly("qrFormat.format", "qrFormat.size");
        assertThat(problems(qr().qrFormat("IMAGE/PNG", 2001))).containsExactly("qrFormat.size");
    }

    @Test
    void only_a_payment_by_code_has_a_format() {
        assertThat(problems(CreateBodies.vending().qrFormat("IMAGE/PNG", 500))).containsExactly("qrFormat");
    }

    private static CreateBodies qr() {
        return CreateBodies.vending().flow("QR");
    }

    private static List<String> problems(CreateBodies bodies) {
        return ShapeRule.problems(bodies.body(), RulesSwitches.defaults().create()).stream()
                .map(FieldProblem::name)
                .toList();
    }
}
