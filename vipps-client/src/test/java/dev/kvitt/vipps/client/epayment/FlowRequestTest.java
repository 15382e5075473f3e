package dev.kvitt.vipps.client.epayment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.orders.BottomLine;
import dev.kvitt.vipps.client.orders.OrderLine;
import dev.kvitt.vipps.client.orders.Receipt;
import dev.kvitt.vipps.client.orders.TaxRate;
import dev.kvitt.vipps.client.qr.QrFormat;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowRequestTest {
    @Test
    void a_push_goes_to_a_phone_number() {
        assertFlow(
                new Flow.PushMessage(new Customer.PhoneNumber("4798765432")),
                "\"userFlow\":\"PUSH_MESSAGE\",\"customer\":{\"phoneNumber\":\"4798765432\"}");
    }

    @Test
    void a_push_goes_to_a_personal_qr() {
        assertFlow(
                new Flow.PushMessage(new Customer.PersonalQr("https://qr.vipps.no/p/abc")),
                "\"userFlow\":\"PUSH_MESSAGE\",\"customer\":{\"personalQr\":\"https://qr.vipps.no/p/abc\"}");
    }

    @Test
    void a_redirect_needs_no_customer() {
        assertFlow(
                new Flow.WebRedirect(new ReturnUrl("kvitt-app://back"), Optional.empty()),
                "\"userFlow\":\"WEB_REDIRECT\",\"returnUrl\":\"kvitt-app://back\"");
    }

    @Test
    void a_screen_gets_a_qr_in_the_format_it_wants() {
        assertFlow(new Flow.Qr(new QrFormat.Svg()), "\"userFlow\":\"QR\",\"qrFormat\":{\"format\":\"IMAGE/SVG+XML\"}");
        assertFlow(
                new Flow.Qr(new QrFormat.Png(500)),
                "\"userFlow\":\"QR\",\"qrFormat\":{\"format\":\"IMAGE/PNG\",\"size\":500}");
        assertFlow(
                new Flow.Qr(new QrFormat.TargetUrl()),
                "\"userFlow\":\"QR\",\"qrFormat\":{\"format\":\"TEXT/TARGETURL\"}");
    }

    @Test
    void a_final_amount_takes_its_receipt_along() {
        Receipt receipt = new Receipt(
                List.of(OrderLine.of(
                        "hoodie-1",
                        "Hoodie",
                        Samples.nok(29900),
                        Samples.nok(23920),
                        Samples.nok(5980),
                        new TaxRate(2500))),
                BottomLine.of(Currency.NOK).withPosId("till-1").withReceiptNumber("0527013501"));

        CreatePayment payment = payment(new Flow.Qr(new QrFormat.Svg())).with(receipt);

        assertThat(Received.parse(PaymentRequests.create(payment).get("receipt").toString()))
                .isEqualTo(
                        Received.parse(
                                """
                                {"orderLines":[{"name":"Hoodie","id":"hoodie-1","totalAmount":29900,"totalAmountExcludingTax":23920,
                                 "totalTaxAmount":5980,"taxRate":2500}],
                                 "bottomLine":{"currency":"NOK","posId":"till-1","receiptNumber":"0527013501"}}"""));
    }

    private static void assertFlow(Flow flow, String fields) {
        assertThat(Received.parse(PaymentRequests.create(payment(flow)).toString()))
                .isEqualTo(Received.parse(
                        """
                                {"amount":{"value":29900,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},
                                 "customerInteraction":"CUSTOMER_NOT_PRESENT","reference":"vend-4711-20261121-1",
                                 "paymentDescription":"Clothes","""
                                + fields + "}"));
    }

    private static CreatePayment payment(Flow flow) {
        return CreatePayment.of(
                Samples.REFERENCE,
                Samples.nok(29900),
                flow,
                new PaymentDescription("Clothes"),
                CustomerInteraction.CUSTOMER_NOT_PRESENT);
    }
}
