package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vipps' APIs and the gateway before them say no in shapes of their own. */
class ErrorShapesTest extends VippsTest {
    @Test
    void a_malformed_body_is_told_apart_although_vipps_gives_no_code() {
        VippsError error = refused(
                Reply.problem(
                        400,
                        """
                        {"type":"https://httpstatuses.io/400","title":"Bad Request","status":400,"traceId":"00-abc-01",
                         "extraDetails":[{"name":"modificationAmount.value","reason":"The field Value must be a number."}]}"""));

        assertThat(error.isMalformed()).isTrue();
        assertThat(error.operatorSentence())
                .isEqualTo("Vipps answered 400: the request was malformed, so the same request never succeeds (fields:"
                        + " modificationAmount.value). This call moved no money. Tell the software's makers; repeating it is of"
                        + " no use. Trace id for Vipps: 00-abc-01.");
    }

    @Test
    void order_management_names_fields_in_its_own_way() {
        VippsError error = refused(
                Reply.problem(
                        400,
                        """
                        {"type":"about:blank","title":"Bad Request","detail":"x","instance":"/v2/ecom/receipts/1",
                         "invalidParams":[{"name":"orderLines[0].totalTaxAmount","reason":"does not match"}]}"""));

        assertThat(error.reasons()).containsExactly(new FieldReason("orderLines[0].totalTaxAmount", "does not match"));
        assertThat(error.isMalformed()).isTrue();
    }

    @Test
    void a_customers_code_the_qr_api_does_not_take_is_nobodys_bug() {
        VippsError error = refused(
                Reply.problem(
                        400,
                        """
                        {"title":"Bad Request","status":400,"detail":"Invalid QR",
                         "extraDetails":[{"name":"QrCode","reason":"https://qr.vipps.no/28/2/01/031/4712345678 is too old"}]}"""));

        assertThat(error.kind()).isEqualTo(ErrorKind.CUSTOMER);
        assertThat(error.isMalformed()).isFalse();
        assertThat(error.cashierSentence()).contains("Nothing was charged").contains("show it again");
        assertThat(error.toString()).doesNotContain("4712345678");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 415, 422})
    void a_body_of_the_gateway_or_a_page_or_nothing_is_told_by_its_status(int status) {
        String gateway = "{\"statusCode\":%d,\"message\":\"The gateway says no\"}".formatted(status);
        VippsError said = refused(Reply.json(status, gateway));

        assertThat(said.title()).isEqualTo("The gateway says no");
        for (Reply reply : List.of(
                new Reply(status, Map.of("Content-Type", "text/html"), "<html><body>No</body></html>"),
                Reply.json(status, ""),
                Reply.json(status, "[]"),
                Reply.json(status, "null"),
                Reply.json(status, "\"no\""),
                Reply.json(status, "{\"title\":null,\"extraDetails\":null}"),
                Reply.json(status, "{\"title\":{},\"extraDetails\":{\"name\":\"ErrorCode\"}}"))) {
            VippsError error = refused(reply);
            assertThat(error.kind()).isEqualTo(said.kind());
            assertThat(error.code()).isEmpty();
            assertThat(error.operatorSentence()).isEqualTo(said.operatorSentence());
        }
    }

    private VippsError refused(Reply reply) {
        vipps.answer(reply);
        if (api.epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY)
                instanceof Outcome.Refused<?>(VippsError error)) {
            return error;
        }
        throw new AssertionError("expected Refused");
    }
}
