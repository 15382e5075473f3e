package dev.kvitt.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.registry.Registry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Order lines that Vipps would refuse are refused to the till at once; those that only look wrong are not. */
class LinesTest {

    private static final OrderLine RIGHT = line(3000, 2400, 600);
    private static final OrderLine AN_ORE_OFF = line(3000, 2400, 601);
    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));
    private final PaidSale sale = new PaidSale(service, "sale-00001");

    static Stream<Arguments> whatVippsRefuses() {
        var euro = new Money(3000, Currency.EUR);
        var free = new Money(0, Currency.EUR);
        return Stream.of(
                Arguments.of("lines-do-not-add-up", AN_ORE_OFF),
                Arguments.of("mixed-currencies", new OrderLine("cola", "Cola", euro, euro, free, 0)),
                Arguments.of(
                        "unusable-lines",
                        new OrderLine("cola", " ", RIGHT.total(), RIGHT.totalExcludingTax(), RIGHT.tax(), 2500)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatVippsRefuses")
    void a_sale_with_lines_that_vipps_refuses_is_not_opened_and_nobody_is_asked(String code, OrderLine wrong) {
        open("open", false, RIGHT, wrong);

        var refused = refusals().getFirst();
        assertThat(refused.requestId()).isEqualTo("open");
        assertThat(refused.refusal().code()).isEqualTo(code);
        assertThat(refused.refusal().sentence()).endsWith("The sale was not opened and nobody was asked.");
        assertThat(refused.refusal().retry()).isTrue();
        assertThat(service.said(CreatePayment.class)).isEmpty();

        open("open-2", false, RIGHT);
        assertThat(service.said(CreatePayment.class)).hasSize(1);
    }

    @Test
    void lines_that_only_look_wrong_are_no_reason_to_refuse_a_sale() {
        var rateDoesNotFit = line(3000, 2999, 1);
        open("open", false, rateDoesNotFit);
        assertThat(refusals()).isEmpty();
        assertThat(service.said(CreatePayment.class)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatVippsRefuses")
    void goods_that_are_handed_over_are_captured_whatever_their_lines_look_like(String code, OrderLine wrong) {
        reserved();
        confirm("drop-1", wrong);
        assertThat(refusals()).as(code).isEmpty();
        assertThat(service.said(CapturePayment.class))
                .extracting(CapturePayment::amount)
                .containsExactly(PaidSale.nok(3000));
    }

    private void reserved() {
        open("open", true);
        sale.done(OperationId.Kind.CREATE, 1, OperationResult.Outcome.SUCCEEDED);
        sale.shows(5000, 0, 0);
    }

    private void open(String request, boolean upperBound, OrderLine... lines) {
        var like = sale.opening(5000);
        service.read(
                Topics.POS_SALES,
                new SaleOpened(
                        like.msn(),
                        like.saleId(),
                        like.tillId(),
                        request,
                        like.amount(),
                        upperBound,
                        upperBound ? 60 : null,
                        like.description(),
                        like.validUntil(),
                        null,
                        like.customer(),
                        null,
                        List.of(lines),
                        null));
    }

    private void confirm(String request, OrderLine line) {
        service.read(
                Topics.POS_SALES,
                new AmountConfirmed(PaidSale.MSN, sale.id, "till-1", request, PaidSale.nok(3000), List.of(line)));
    }

    private List<RequestRefused> refusals() {
        return service.said(RequestRefused.class);
    }

    private static OrderLine line(long total, long excludingTax, long tax) {
        return new OrderLine("cola", "Cola", PaidSale.nok(total), PaidSale.nok(excludingTax), PaidSale.nok(tax), 2500);
    }
}
