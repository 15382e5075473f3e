package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.epayment.CreatePayment;
import dev.kvitt.vipps.client.epayment.Customer;
import dev.kvitt.vipps.client.epayment.CustomerInteraction;
import dev.kvitt.vipps.client.epayment.Flow;
import dev.kvitt.vipps.client.epayment.Metadata;
import dev.kvitt.vipps.client.epayment.PaymentDescription;
import dev.kvitt.vipps.client.epayment.ReturnUrl;
import dev.kvitt.vipps.client.qr.LocationDescription;
import dev.kvitt.vipps.client.qr.MerchantQrId;
import dev.kvitt.vipps.client.testing.CapturedLog;
import dev.kvitt.vipps.client.testing.FakeVipps;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import dev.kvitt.vipps.client.webhooks.WebhookEventType;
import dev.kvitt.vipps.client.webhooks.WebhookUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plants secrets and personal values everywhere a caller or Vipps can, and looks for them in every text this module makes. */
class SecrecyTest extends VippsTest {
    private static final String PLANTED = "PLANTED-VALUE-4798765432";

    @Test
    void no_planted_value_shows_in_any_text_or_log() {
        vipps.answerTokens(request -> Reply.token(PLANTED, 3600));
        List<Object> said = new ArrayList<>();
        try (CapturedLog log = new CapturedLog("dev.kvitt.vipps.client")) {
            for (Reply reply : replies()) {
                vipps.answer(reply);
                callEverything(said);
            }
            said.addAll(log.lines());
            assertThat(log.lines())
                    .anyMatch(line -> line.matches("POST /epayment/v1/payments: 400 in \\d+ ms, idempotency key "
                            + Samples.KEY + ", trace id 00-abc-01"))
                    .anyMatch(line -> line.matches("PUT /qr/v1/merchant-callback/\\{merchantQrId\\}: 200 in \\d+ ms"))
                    .anyMatch(line -> line.matches("POST " + FakeVipps.TOKEN_PATH + ": 200 in \\d+ ms"));
        }
        assertThat(said).hasSizeGreaterThan(20).allSatisfy(object -> assertThat(object.toString())
                .doesNotContain(PLANTED)
                .doesNotContain("4798765432"));
    }

    private static List<Reply> replies() {
        return List.of(
                Reply.json(
                        200,
                        Samples.payment(0, 0).replace("\"profile\":{}", "\"metadata\":{\"k\":\"" + PLANTED + "\"}")),
                Reply.json(
                        201,
                        "{\"reference\":\"%s\",\"redirectUrl\":\"https://landing.example/?token=%s\",\"id\":\"an-id\",\"secret\":\"%s\"}"
                                .formatted(Samples.REFERENCE, PLANTED, PLANTED)),
                Reply.problem(
                        400,
                        """
                        {"title":"Not for %s","detail":"%s","traceId":"00-abc-01","extraDetails":[
                         {"name":"customer.phoneNumber","reason":"%s"},{"name":"%s","reason":"%s"},
                         {"name":"reference","reason":"+47 98 76 54 32 or %s"},{"name":"ErrorCode","reason":"%s"}]}"""
                                .replace("%s", PLANTED)),
                Reply.json(500, "{\"message\":\"" + PLANTED + "\"}"),
                Reply.json(200, PLANTED));
    }

    private void callEverything(List<Object> said) {
        SalesUnitKeys keys =
                new SalesUnitKeys(new MerchantSerialNumber("7654321"), PLANTED, PLANTED, List.of(PLANTED, PLANTED));
        VippsApi planted = client.forSalesUnit(keys);
        said.add(keys);
        for (Flow flow : flows()) {
            CreatePayment payment = CreatePayment.of(
                            Samples.REFERENCE,
                            Samples.nok(5000),
                            flow,
                            new PaymentDescription("Vending"),
                            CustomerInteraction.CUSTOMER_PRESENT)
                    .with(Metadata.of(Map.of("sale", PLANTED)));
            said.add(payment);
            addOutcome(said, planted.epayment().create(payment, Samples.KEY));
        }
        addOutcome(said, planted.epayment().get(Samples.REFERENCE));
        addOutcome(said, planted.epayment().events(Samples.REFERENCE));
        addOutcome(
                said, planted.qr().putMerchantCallback(new MerchantQrId(PLANTED), new LocationDescription("Kasse 1")));
        addOutcome(
                said,
                planted.webhooks()
                        .register(
                                new WebhookUrl("https://kvitt.example/hook"),
                                Set.of(WebhookEventType.USER_CHECKED_IN)));
    }

    private static List<Flow> flows() {
        return List.of(
                new Flow.WebRedirect(
                        new ReturnUrl("https://kvitt.example/return/" + PLANTED),
                        Optional.of(new Customer.CustomerToken(PLANTED))),
                new Flow.PushMessage(new Customer.PersonalQr(PLANTED)),
                new Flow.PushMessage(new Customer.PhoneNumber("4798765432")));
    }

    private static void addOutcome(List<Object> said, Outcome<?> outcome) {
        said.add(outcome);
        switch (outcome) {
            case Outcome.Refused<?> refused -> addSentences(said, refused.error());
            case Outcome.Busy<?> busy -> addSentences(said, busy.error());
            case Outcome.Done<?> done -> said.add(done.answer());
            case Outcome.Unknown<?> unknown -> said.add(unknown.why());
        }
    }

    private static void addSentences(List<Object> said, VippsError error) {
        said.add(error.cashierSentence());
        said.add(error.operatorSentence());
    }
}
