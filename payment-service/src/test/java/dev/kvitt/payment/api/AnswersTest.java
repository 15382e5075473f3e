package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.payment.messaging.OnADatabase;
import dev.kvitt.payment.messaging.PaidSale;
import dev.kvitt.payment.store.StoredSales;
import dev.kvitt.registry.Registry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a till hears that asks about a sale; every answer holds to the published description. */
class AnswersTest {

    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));
    private final PaidSale sale = new PaidSale(service, "sale-00001");

    @Test
    void a_sale_that_nobody_opened_is_not_seen_and_is_to_be_sent_again_under_the_same_id() throws IOException {
        var answer = ask();
        assertThat(answer.status()).isEqualTo("not-seen");
        assertThat(answer.todo()).isEqualTo("send-again");
        assertThat(answer.sentence()).contains("same saleId", "always safe", "a new one never is");
        assertThat(answer.appliedUntil()).isEqualTo(service.now);
        assertThat(answer.outcome()).isNull();
    }

    @Test
    void a_sale_whose_opening_was_refused_is_to_be_corrected_before_it_is_sent_again() throws IOException {
        sale.opened(99);
        var answer = ask();
        assertThat(answer.status()).isEqualTo("not-seen");
        assertThat(answer.todo()).isEqualTo("send-corrected");
        assertThat(answer.sentence()).contains("same saleId", "new requestId");
    }

    @Test
    void while_an_opening_is_on_its_way_it_is_waited_for_whatever_was_refused_before_it() throws IOException {
        assertThat(ask(true, true).todo()).isEqualTo("wait");
        sale.opened(99);
        var answer = ask(true, true);
        assertThat(answer.status()).isEqualTo("in-progress");
        assertThat(answer.todo())
                .as("another opening was refused: this one may be the corrected one")
                .isEqualTo("wait");
        assertThat(ask(false, false).todo()).as("it was refused as well").isEqualTo("send-corrected");
    }

    @Test
    void a_sale_that_was_cancelled_before_anybody_opened_it_is_cancelled() throws IOException {
        sale.cancelLate(Topics.POS_SALES, "till-1", "cancel-1");
        assertThat(ask().status()).as("its opening may be on its way").isEqualTo("not-seen");
        service.fires("GIVE_UP", PaidSale.MSN + "/sale-00001");
        var answer = ask();
        assertThat(answer.status()).isEqualTo("done");
        assertThat(answer.outcome()).isEqualTo("cancelled");
        assertThat(answer.todo()).isEqualTo("try-again");
    }

    @Test
    void a_payment_without_a_sale_is_no_sale_that_was_seen() throws IOException {
        sale.shows(5000, 5000, 0);
        assertThat(ask().status()).isEqualTo("not-seen");
    }

    @Test
    void while_the_customer_is_asked_the_till_waits_and_takes_no_other_payment() throws IOException {
        sale.opened(5000);
        var answer = ask();
        assertThat(answer.status()).isEqualTo("in-progress");
        assertThat(answer.todo()).isEqualTo("wait");
        assertThat(answer.attempt()).isEqualTo(1);
        assertThat(answer.reference()).isEqualTo("sale-00001-1");
        assertThat(answer.amount()).isEqualTo(PaidSale.nok(5000));
        assertThat(answer.sums()).isNull();
    }

    @Test
    void a_basket_without_a_customer_waits_for_one_then_for_their_answer_and_then_for_the_till() throws IOException {
        var opening = sale.opening(5000);
        service.read(
                Topics.POS_SALES,
                new SaleOpened(
                        opening.msn(),
                        opening.saleId(),
                        opening.tillId(),
                        opening.requestId(),
                        opening.amount(),
                        false,
                        60,
                        opening.description(),
                        opening.validUntil(),
                        null,
                        null,
                        null,
                        List.of(),
                        null));
        assertThat(ask().todo()).isEqualTo("present-customer");
        assertThat(ask(true).todo()).as("a customer was accepted over HTTP").isEqualTo("wait");
        present("shown-1");
        assertThat(ask().todo()).isEqualTo("wait");
        sale.done(OperationId.Kind.CREATE, 1, OperationResult.Outcome.SUCCEEDED);
        assertThat(ask().todo()).isEqualTo("wait");
        sale.shows(5000, 0, 0);
        assertThat(ask().todo()).isEqualTo("confirm-or-cancel");
    }

    @Test
    void whose_code_was_too_old_shows_it_again_and_is_then_asked() throws IOException {
        sale.opened(5000);
        var answer = sale.result(OperationId.Kind.CREATE, 1, OperationResult.Outcome.REJECTED);
        var tooOld = new Refusal("vipps-4060", "The code is too old.", true);
        service.read(
                Topics.PAYMENT_RESULTS,
                new OperationResult(
                        answer.msn(),
                        answer.saleId(),
                        answer.operationId(),
                        1,
                        answer.outcome(),
                        null,
                        tooOld,
                        null,
                        service.now));
        assertThat(ask().todo()).isEqualTo("present-customer");
        present("shown-2");
        assertThat(ask().todo()).isEqualTo("wait");
    }

    private void present(String requestId) {
        var opening = sale.opening(5000);
        service.read(
                Topics.POS_SALES,
                new CustomerPresented(
                        opening.msn(),
                        opening.saleId(),
                        opening.tillId(),
                        requestId,
                        opening.customer(),
                        opening.validUntil()));
    }

    @Test
    void a_create_that_is_not_known_is_never_told_as_not_paid() throws IOException {
        sale.opened(5000);
        sale.done(OperationId.Kind.CREATE, 1, OperationResult.Outcome.UNKNOWN);
        assertThat(ask().todo()).isEqualTo("wait");
    }

    @Test
    void a_paid_sale_is_done_and_shows_what_vipps_has_shown_and_when() throws IOException {
        PaidSale.of(service, "sale-00001", 5000);
        var answer = ask();
        assertThat(answer.status()).isEqualTo("done");
        assertThat(answer.outcome()).isEqualTo("paid");
        assertThat(answer.todo()).isEqualTo("hand-over");
        assertThat(answer.sums().captured()).isEqualTo(PaidSale.nok(5000));
        assertThat(answer.vippsAskedAt()).isEqualTo(service.now);
    }

    @Test
    void a_refund_under_way_makes_a_sale_be_in_progress_again() throws IOException {
        var paid = PaidSale.of(service, "sale-00001", 5000);
        paid.refund(Topics.POS_SALES, "till-1", "back-1", 5000);
        assertThat(ask().status()).isEqualTo("in-progress");
        paid.done(OperationId.Kind.REFUND, 1, OperationResult.Outcome.SUCCEEDED);
        paid.shows(5000, 5000, 5000);
        assertThat(ask().todo()).isEqualTo("nothing");
        assertThat(ask().sums().refunded()).isEqualTo(PaidSale.nok(5000));
    }

    @Test
    void a_refused_request_to_the_customer_lets_the_till_try_again() throws IOException {
        sale.opened(5000);
        sale.done(OperationId.Kind.CREATE, 1, OperationResult.Outcome.REJECTED);
        var answer = ask();
        assertThat(answer.outcome()).isEqualTo("failed");
        assertThat(answer.todo()).isEqualTo("try-again");
    }

    @Test
    void while_a_request_that_was_refused_holds_money_after_all_nobody_is_told_that_nothing_is_reserved()
            throws IOException {
        sale.opened(5000);
        sale.done(OperationId.Kind.CREATE, 1, OperationResult.Outcome.REJECTED);
        sale.shows(5000, 0, 0);
        var answer = ask();
        assertThat(answer.status()).isEqualTo("in-progress");
        assertThat(answer.todo()).isEqualTo("wait");
        assertThat(answer.sums().authorized()).isEqualTo(PaidSale.nok(5000));
    }

    @Test
    void a_parked_sale_is_somebodys_to_look_at_and_nobody_elses_to_be_paid() throws IOException {
        PaidSale.of(service, "sale-00001", 5000);
        service.execute("update entity set parked = true");
        assertThat(ask().status()).isEqualTo("in-progress");
        assertThat(ask().todo()).isEqualTo("call-somebody");
    }

    @Test
    void a_sale_that_is_over_goes_on_while_another_attempt_was_accepted_and_is_on_its_way() throws IOException {
        sale.opened(5000);
        sale.done(OperationId.Kind.CREATE, 1, OperationResult.Outcome.REJECTED);
        assertThat(ask().todo()).isEqualTo("try-again");
        var answer = ask(true);
        assertThat(answer.status()).isEqualTo("in-progress");
        assertThat(answer.todo())
                .as("a second payment could be the second one that succeeds")
                .isEqualTo("wait");
    }

    private SaleStatus ask() throws IOException {
        return ask(false);
    }

    /** @param more something was accepted over HTTP and is not applied */
    private SaleStatus ask(boolean more) throws IOException {
        return ask(false, more);
    }

    /** @param opening whether what was accepted opens the sale */
    private SaleStatus ask(boolean opening, boolean more) throws IOException {
        var key = PaidSale.MSN + "/sale-00001";
        var found = new StoredSales(service.transactions()).find(key);
        var id = new SaleId("sale-00001");
        var answer = new Answers(
                        PaidSale.MSN, id, Optional.of(service.now), service.now, opening, more, List.of(), Language.EN)
                .of(found);
        holdsToItsDescription(answer);
        return answer;
    }

    private static void holdsToItsDescription(SaleStatus answer) throws IOException {
        var mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        try (var in = SaleStatus.class.getResourceAsStream("/kvitt/payment-api.json")) {
            var api = (ObjectNode) mapper.readTree(in);
            api.put("$ref", "#/components/schemas/SaleStatus");
            var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(api);
            assertThat(schema.validate(mapper.valueToTree(answer))).isEmpty();
        }
    }
}
