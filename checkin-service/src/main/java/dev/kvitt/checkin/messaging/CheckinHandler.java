package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.ScanStates;
import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.Event;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Keys;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Brings scans and ends of sales to whom they concern. The entity is the sale that a scan opens or would open; the
 * printed code's own row is locked inside.
 */
@Singleton
public class CheckinHandler implements Handler {

    private static final Logger LOG = Logger.getLogger(CheckinHandler.class);

    private final Tills tills;
    private final Scans scans;
    private final SaleEnds ends;
    private final AtomicLong ignored = new AtomicLong();

    CheckinHandler(Tills tills, Scans scans, SaleEnds ends) {
        this.tills = tills;
        this.scans = scans;
        this.ends = ends;
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.VIPPS_CHECKINS, Topics.PAYMENT_EVENTS);
    }

    @Override
    public Optional<Routed> route(Event<?> event) {
        return switch (event.data()) {
            case CheckedIn scan -> routeScan(event, scan);
            case PaymentEvent payment
            when payment.done() && payment.sale().qrId() != null ->
                Optional.of(new Routed(payment.key(), event.id(), event));
            default -> Optional.empty();
        };
    }

    private Optional<Routed> routeScan(Event<?> event, CheckedIn scan) {
        Objects.requireNonNull(scan.customerToken(), "customerToken");
        Objects.requireNonNull(scan.initiatedAt(), "initiatedAt");
        if (tills.openAt(new PrintedCode(scan.msn(), scan.merchantQrId())).isEmpty()) {
            // Other systems may have codes at the same sales unit, so this is nothing to be alarmed about.
            LOG.infof(
                    "A scan at sales unit %s opens nothing: its code is in no till of the registry that takes new sales"
                            + " (%d such since the start)",
                    scan.msn(), ignored.incrementAndGet());
            return Optional.empty();
        }
        var saleKey = Keys.sale(scan.msn(), Ids.scannedSale(scan.checkInId()));
        return Optional.of(new Routed(saleKey, scan.checkInId(), event));
    }

    @Override
    public void handle(Entity entity, Routed message, Effects effects) {
        switch (message.event().data()) {
            case CheckedIn scan -> scans.arrived(entity, scan, effects);
            case PaymentEvent payment -> ends.ended(entity, payment.sale(), effects);
            default ->
                throw new IllegalArgumentException(
                        "nothing was routed here of type " + message.event().type());
        }
    }

    @Override
    public void onTimer(Entity entity, String name, Instant due, Effects effects) {
        var state = ScanStates.of(entity);
        if (state.isEmpty()) {
            return;
        }
        switch (state.get().phase()) {
            case WAITING -> scans.lookAgain(entity, state.get().scan(), effects);
            case ENDING -> ends.free(entity, state.get().code(), effects);
            case OPENED, ENDED, DROPPED -> {}
        }
    }
}
