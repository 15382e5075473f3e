package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.PageStates;
import dev.kvitt.checkin.store.ScanStates;
import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.Event;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.TopicUser;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Origin;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings scans, baskets and ends of sales to whom they concern. The entity is a sale, or the sale that a scan opens or
 * would open; the printed code's own row is locked inside.
 */
@Singleton
public class CheckinHandler implements Handler {

    private final Routes routes;
    private final PointsOfSale pointsOfSale;
    private final Tills tills;
    private final Scans scans;
    private final SaleEnds ends;
    private final SaleNews news;
    private final TillScans tillScans;
    private final TillSales tillSales;
    private final PersonalQrs personalQrs;
    private final Remembering remembering;
    private final PageSales pageSales;

    CheckinHandler(
            Routes routes,
            PointsOfSale pointsOfSale,
            Tills tills,
            Scans scans,
            SaleEnds ends,
            SaleNews news,
            TillScans tillScans,
            TillSales tillSales,
            PersonalQrs personalQrs,
            Remembering remembering,
            PageSales pageSales) {
        this.routes = routes;
        this.pointsOfSale = pointsOfSale;
        this.tills = tills;
        this.scans = scans;
        this.ends = ends;
        this.news = news;
        this.tillScans = tillScans;
        this.tillSales = tillSales;
        this.personalQrs = personalQrs;
        this.remembering = remembering;
        this.pageSales = pageSales;
    }

    @Override
    public List<String> topics() {
        return TopicUser.CHECKIN_SERVICE.reads(pointsOfSale.topics());
    }

    @Override
    public String carries(String topic) {
        return pointsOfSale.isOne(topic) ? Topics.POS_SALES : topic;
    }

    @Override
    public Optional<Routed> route(Event<?> event, Origin origin) {
        return pointsOfSale.permits(event, origin) ? route(event) : Optional.empty();
    }

    @Override
    public Optional<Routed> route(Event<?> event) {
        return routes.of(event);
    }

    @Override
    public void handle(Entity entity, Routed message, Effects effects) {
        switch (message.event().data()) {
            case CheckedIn scan -> arrived(entity, scan, effects);
            case PointOfSaleEvent request -> asked(entity, message, request, effects);
            case PaymentEvent payment -> told(entity, message, payment, effects);
            default ->
                throw new IllegalArgumentException(
                        "nothing was routed here of type " + message.event().type());
        }
    }

    private void arrived(Entity entity, CheckedIn scan, Effects effects) {
        tills.exactly(effects);
        if (tills.isTills(new PrintedCode(scan.msn(), scan.merchantQrId()))) {
            tillScans.arrived(entity, scan, effects);
        } else {
            scans.arrived(entity, scan, effects);
        }
    }

    private void asked(Entity entity, Routed message, PointOfSaleEvent request, Effects effects) {
        personalQrs.exchange(message.event(), message.eventId().toString(), effects);
        if (request instanceof SaleOpened) {
            // Whoever scans is never shown a sale of the till that the code has just left.
            tills.exactly(effects);
        }
        var page = pageSales.codeOf(request);
        if (PageStates.isOne(entity)) {
            pageSales.heard(entity, message, effects);
        } else if (page.isPresent()) {
            pageSales.heard(entity, page.get(), message, effects);
        } else if (request instanceof SaleOpened opened) {
            tills.openAt(new PrintedCode(opened.msn(), String.valueOf(opened.qrId())))
                    .filter(till -> routes.atItsCode(opened))
                    .ifPresent(till -> tillSales.opened(entity, message, opened, till, effects));
        } else {
            tills.codeOf(request.msn(), request.tillId()).ifPresent(code -> TillSales.need(message.event())
                    .ifPresent(need -> tillSales.needs(entity, code, need, effects)));
        }
    }

    /** A page's sale stays one when its till or code leaves the registry. */
    private void told(Entity entity, Routed message, PaymentEvent payment, Effects effects) {
        var event = message.event();
        remembering.heard(event, effects);
        var page = pageSales.codeOf(payment);
        if (PageStates.isOne(entity)) {
            pageSales.heard(entity, message, effects);
        } else if (page.isPresent()) {
            pageSales.heard(entity, page.get(), message, effects);
        } else if (payment instanceof RequestRefused refusal) {
            routes.refusedAtTill(refusal).ifPresent(code -> tillSales.refused(entity, code, refusal, effects));
        } else if (routes.countsForItsCode(event, payment)) {
            toldAtCode(entity, event, payment, effects);
        }
    }

    private void toldAtCode(Entity entity, Event<?> event, PaymentEvent payment, Effects effects) {
        var code = new PrintedCode(payment.sale().msn(), payment.sale().qrId());
        if (tills.isTills(code)) {
            TillSales.need(event).ifPresent(need -> tillSales.needs(entity, code, need, effects));
        } else if (payment.done()) {
            ends.ended(entity, payment.sale(), effects);
        } else {
            news.heard(entity, code, event, effects);
        }
    }

    @Override
    public void onTimer(Entity entity, String name, Instant due, Effects effects) {
        switch (name) {
            case TillSales.OVER -> tillSales.over(entity, effects);
            case TillSales.TELL -> tillSales.tellAgain(entity, effects);
            case TillScans.OLD -> tillScans.old(entity, effects);
            case PageSales.OVER -> pageSales.over(entity, effects);
            case PageStates.FORGET -> pageSales.forget(entity, effects);
            case TillScans.TELL -> tillScans.tellAgain(entity, effects);
            default -> machineTimer(entity, effects);
        }
    }

    private void machineTimer(Entity entity, Effects effects) {
        var state = ScanStates.of(entity);
        if (state.isEmpty()) {
            return;
        }
        switch (state.get().phase()) {
            case WAITING -> {
                tills.exactly(effects);
                scans.lookAgain(entity, state.get().scan(), effects);
            }
            case ENDING -> ends.free(entity, state.get().code(), effects);
            case OPENED -> {
                if (state.get().heldUntil() != null) {
                    news.hold(entity, state.get().code(), state.get().heldUntil(), effects);
                }
            }
            case ENDED, DROPPED -> {}
        }
    }
}
