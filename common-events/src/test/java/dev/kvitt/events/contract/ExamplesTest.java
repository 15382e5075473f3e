package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleOpenedByScan;
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
    void theExamplesTellOneSaleThatAddsUp() {
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
    void idsInTheExamplesAreTheOnesThatTheContractPrescribes() {
        var confirmed = read(EventType.AMOUNT_CONFIRMED);
        var data = (AmountConfirmed) confirmed.data();

        assertThat(confirmed.id())
                .isEqualTo(Ids.pointOfSale(
                        data.msn(), data.saleId(), EventType.AMOUNT_CONFIRMED.typeName(), data.requestId()));
    }

    @Test
    void theSealedTokenOpensWithTheExampleKeyAndNamesTheCheckIn() throws IOException, ParseException {
        var keys =
                JWKSet.load(Path.of("src/test/resources/examples-day-key.json").toFile());
        var checkedIn = (CheckedIn) read(EventType.CHECKED_IN).data();

        var token = new Unsealer(() -> keys).open(checkedIn.customerToken()).orElseThrow();

        assertThat(Ids.checkIn(checkedIn.msn(), checkedIn.merchantQrId(), token))
                .isEqualTo(checkedIn.checkInId());
        assertThat(((SaleOpenedByScan) read(EventType.SALE_OPENED_BY_SCAN).data())
                        .sale()
                        .saleId())
                .isEqualTo(Ids.scannedSale(checkedIn.checkInId()));
    }

    private static Event<?> read(EventType type) {
        return EventCodec.read(ASYNC_API.exampleHeaders(type), Schemas.bytes(Schemas.example(type)));
    }
}
