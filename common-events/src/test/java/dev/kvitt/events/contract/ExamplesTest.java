package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerIdentified;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.events.SkipOperation;
import dev.kvitt.events.SkipRefused;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.Unsealer;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExamplesTest {

    private static final AsyncApi ASYNC_API = AsyncApi.read();

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theExampleFitsItsSchema(EventType type) {
        assertThat(Schemas.of(type).validate(Schemas.example(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theExampleIsReadAndWrittenBackTheSame(EventType type) {
        var event = read(type);

        assertThat(event.data()).isInstanceOf(type.data());
        assertThat(Schemas.parse(EventCodec.value(event.data()))).isEqualTo(Schemas.example(type));
        assertThat(EventCodec.headers(event)).isEqualTo(ASYNC_API.exampleHeaders(type));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventAboutAPaymentSaysWhetherItIsTheLastWord(EventType type) {
        var written = Schemas.parse(EventCodec.value(read(type).data())).path("done");

        assertThat(written.isBoolean()).isEqualTo(PaymentEvent.class.isAssignableFrom(type.data()));
    }

    @Test
    void theExamplesTellOneVendingSaleThatAddsUp() {
        var opened = (SaleOpenedByScan) read(EventType.SALE_OPENED_BY_SCAN).data();
        var confirmed = (AmountConfirmed) read(EventType.AMOUNT_CONFIRMED).data();
        var settled = (PaymentSettled) read(EventType.PAYMENT_SETTLED).data();

        assertThat(confirmed.key()).isEqualTo(opened.key()).isEqualTo(settled.key());
        assertThat(confirmed.lines()).hasSize(1).allMatch(line -> line.addsUp() && line.taxRate() == 2500);
        assertThat(settled.amount())
                .isEqualTo(confirmed.amount())
                .isEqualTo(settled.aggregate().captured());
        assertThat(settled.aggregate().authorized()).isEqualTo(opened.maxAmount());
        assertThat(settled.aggregate().capturable().isZero()).isTrue();
    }

    @Test
    void theExamplesTellOneTillSaleThatAddsUp() {
        var opened = (SaleOpened) read(EventType.SALE_OPENED).data();
        var refunded = (PaymentRefunded) read(EventType.PAYMENT_REFUNDED).data();

        assertThat(opened.lines()).hasSize(2).allMatch(OrderLine::addsUp);
        assertThat(opened.lines().stream().map(OrderLine::total).reduce(Money::plus))
                .contains(opened.amount());
        assertThat(refunded.key()).isEqualTo(opened.key());
        assertThat(refunded.aggregate().captured()).isEqualTo(opened.amount());
        assertThat(refunded.aggregate().refunded()).isEqualTo(refunded.amount());
        assertThat(refunded.amount()).isEqualTo(opened.lines().get(1).total());
    }

    @Test
    void theTillsCustomerIsLookedForInThreeWays() {
        var presented = (CustomerPresented) read(EventType.CUSTOMER_PRESENTED).data();
        var waiting = (PaymentWaiting) read(EventType.PAYMENT_WAITING).data();
        var identified =
                (CustomerIdentified) read(EventType.CUSTOMER_IDENTIFIED).data();
        var again = (AttemptRequested) read(EventType.ATTEMPT_REQUESTED).data();

        assertThat(presented.key())
                .isEqualTo(waiting.key())
                .isEqualTo(identified.key())
                .isEqualTo(again.key());
        assertThat(presented.customer().kind()).isEqualTo(Customer.Kind.PERSONAL_QR);
        assertThat(waiting.attempt()).isEqualTo(1);
        assertThat(waiting.why().code()).isEqualTo("scan-again");
        assertThat(identified.customer().kind()).isEqualTo(Customer.Kind.CUSTOMER_TOKEN);
        assertThat(again.customer().kind()).isEqualTo(Customer.Kind.PHONE_NUMBER);
    }

    @Test
    void aRefundIsOneFromTheTillsRequestToTheLastWord() {
        var requested = (RefundRequested) read(EventType.REFUND_REQUESTED).data();
        var command = (RefundPayment) read(EventType.REFUND_PAYMENT).data();
        var refunded = (PaymentRefunded) read(EventType.PAYMENT_REFUNDED).data();

        assertThat(command.key()).isEqualTo(requested.key()).isEqualTo(refunded.key());
        assertThat(command.amount()).isEqualTo(requested.amount()).isEqualTo(refunded.amount());
        assertThat(command.operationId())
                .isEqualTo(OperationId.refund(
                        refunded.reference(), read(EventType.REFUND_REQUESTED).id()));
        assertThat(refunded.requestId()).isEqualTo(requested.requestId());
    }

    @Test
    void theRefusalOfASkipNamesItsSkip() {
        var skip = read(EventType.SKIP_OPERATION);
        var refused = (SkipRefused) read(EventType.SKIP_REFUSED).data();

        assertThat(refused.causedBy()).isEqualTo(skip.id());
        assertThat(refused.operationId()).isEqualTo(((SkipOperation) skip.data()).operationId());
        assertThat(refused.key()).isEqualTo(skip.key());
    }

    @Test
    void idsInTheExamplesOfTillsAreTheOnesThatTheContractPrescribes() {
        assertThat(EventType.values())
                .filteredOn(type -> type.topic().equals(Topics.POS_SALES))
                .isNotEmpty()
                .allSatisfy(type -> {
                    var event = read(type);
                    var data = (PointOfSaleEvent) event.data();
                    assertThat(event.id())
                            .isEqualTo(Ids.pointOfSale(data.msn(), data.saleId(), type.typeName(), data.requestId()));
                });
    }

    @Test
    void theSealedTokenOpensWithTheExampleKeyAndNamesTheCheckIn() throws IOException, ParseException {
        var checkedIn = (CheckedIn) read(EventType.CHECKED_IN).data();

        var token = unsealer().open(checkedIn.customerToken()).orElseThrow();

        assertThat(Ids.checkIn(checkedIn.msn(), checkedIn.merchantQrId(), token))
                .isEqualTo(checkedIn.checkInId());
        assertThat(((SaleOpenedByScan) read(EventType.SALE_OPENED_BY_SCAN).data())
                        .sale()
                        .saleId())
                .isEqualTo(Ids.scannedSale(checkedIn.checkInId()));
    }

    @Test
    void theSealedCustomersOfTheTillOpenWithTheExampleKey() throws IOException, ParseException {
        var presented = (CustomerPresented) read(EventType.CUSTOMER_PRESENTED).data();
        var again = (AttemptRequested) read(EventType.ATTEMPT_REQUESTED).data();

        assertThat(unsealer().open(presented.customer().value()))
                .hasValueSatisfying(qr -> assertThat(qr).startsWith("https://qr.vipps.no/"));
        assertThat(unsealer().open(again.customer().value()))
                .hasValueSatisfying(number -> assertThat(number).matches("[0-9]{10}"));
    }

    private static Unsealer unsealer() throws IOException, ParseException {
        var keys =
                JWKSet.load(Path.of("src/test/resources/examples-day-key.json").toFile());
        return new Unsealer(() -> keys);
    }

    private static Event<?> read(EventType type) {
        return EventCodec.read(ASYNC_API.exampleHeaders(type), Schemas.bytes(Schemas.example(type)));
    }
}
