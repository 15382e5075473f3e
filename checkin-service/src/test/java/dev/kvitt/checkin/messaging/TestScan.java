package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Keys;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.seal.Sealer;
import java.time.Instant;
import java.util.UUID;

/**
 * One customer's scan of one code, as the gateway tells of it.
 *
 * @param token the customer token, in clear as Vipps gave it
 */
record TestScan(Msn msn, String qrId, String token, Instant initiatedAt) {

    static TestScan at(String qrId, Instant initiatedAt) {
        return new TestScan(new Msn(CheckinWorld.MSN), qrId, "token-" + UUID.randomUUID(), initiatedAt);
    }

    /** @param number Vipps tells it of this token */
    static TestScan of(String number, String qrId, Instant initiatedAt) {
        return new TestScan(new Msn(CheckinWorld.MSN), qrId, "token-" + number + "-" + UUID.randomUUID(), initiatedAt);
    }

    Event<CheckedIn> checkedIn(Sealer sealer, Instant now) {
        var data = new CheckedIn(msn, qrId, checkInId(), sealer.seal(token), initiatedAt);
        return new Event<>(checkInId(), "kvitt/webhook-gateway", now, msn, null, data);
    }

    Event<PaymentRequested> requested(Instant now) {
        var saleId = Ids.scannedSale(checkInId());
        var data = new PaymentRequested(
                new SaleContext(msn, saleId, "oslo-s", "machine", qrId),
                1,
                PaymentReference.of(saleId, 1),
                new Money(5000, Currency.NOK),
                null,
                null);
        return new Event<>(UUID.randomUUID(), "kvitt/payment-service", now, msn, "machine", data);
    }

    Event<PaymentAuthorized> authorized(Instant now) {
        var saleId = Ids.scannedSale(checkInId());
        var reserved = new Money(5000, Currency.NOK);
        var nothing = new Money(0, Currency.NOK);
        var data = new PaymentAuthorized(
                new SaleContext(msn, saleId, "oslo-s", "machine", qrId),
                1,
                PaymentReference.of(saleId, 1),
                new Aggregate(reserved, nothing, nothing, nothing),
                reserved,
                now.plusSeconds(90),
                null,
                null,
                null,
                null);
        return new Event<>(UUID.randomUUID(), "kvitt/payment-service", now, msn, "machine", data);
    }

    /** The payment service's last word about the sale. */
    Event<PaymentEnded> ended(Instant now) {
        var saleId = Ids.scannedSale(checkInId());
        var sale = new SaleContext(msn, saleId, "oslo-s", "machine", qrId);
        var data = new PaymentEnded(sale, PaymentEnded.How.ABORTED, 0, null, null);
        var id = Ids.own(msn, saleId, "kvitt.payment.ended.v1", 1);
        return new Event<>(id, "kvitt/payment-service", now, msn, "machine", data);
    }

    String saleKey() {
        return Keys.sale(msn, Ids.scannedSale(checkInId()));
    }

    UUID checkInId() {
        return Ids.checkIn(msn, qrId, token);
    }
}
