package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.Event;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Keys;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.messaging.Routed;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Whom an event is for. Most sales have nothing to do with printed codes and leave no row here. */
@Singleton
public class Routes {

    private static final Logger LOG = Logger.getLogger(Routes.class);

    private final Tills tills;
    private final PersonalQrs personalQrs;
    private final SaleNews news;
    private final Remembering remembering;
    private final PageSales pageSales;
    private final AtomicLong ignored = new AtomicLong();

    Routes(Tills tills, PersonalQrs personalQrs, SaleNews news, Remembering remembering, PageSales pageSales) {
        this.tills = tills;
        this.personalQrs = personalQrs;
        this.news = news;
        this.remembering = remembering;
        this.pageSales = pageSales;
    }

    Optional<Routed> of(Event<?> event) {
        return switch (event.data()) {
            case CheckedIn scan -> scan(event, scan);
            case PointOfSaleEvent request -> request(event, request);
            case PaymentEvent payment -> payment(event, payment);
            default -> Optional.empty();
        };
    }

    private Optional<Routed> scan(Event<?> event, CheckedIn scan) {
        Objects.requireNonNull(scan.customerToken(), "customerToken");
        Objects.requireNonNull(scan.initiatedAt(), "initiatedAt");
        if (tills.openAt(new PrintedCode(scan.msn(), scan.merchantQrId())).isEmpty()) {
            ScanCounts.ignored();
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

    private Optional<Routed> request(Event<?> event, PointOfSaleEvent request) {
        if (Ids.isScannedSale(request.saleId())) {
            return Optional.empty();
        }
        var aboutPage = pageSales.codeOf(request).isPresent();
        var aboutCode = !aboutPage
                && TillSales.need(event).isPresent()
                && (request instanceof SaleOpened opened
                        ? atItsCode(opened)
                        : tills.codeOf(request.msn(), request.tillId()).isPresent());
        return aboutPage || aboutCode || pageSales.mayBeAbout(request) || personalQrs.wants(event)
                ? Optional.of(new Routed(request.key(), idOf(request), event))
                : Optional.empty();
    }

    /** A till in any language makes ids as it likes; what counts is which request of which sale it is. */
    private static UUID idOf(PointOfSaleEvent request) {
        return Ids.pointOfSale(
                request.msn(), request.saleId(), EventType.of(request).typeName(), request.requestId());
    }

    /** A basket at another till's code would be given that till's customers. */
    boolean atItsCode(SaleOpened opened) {
        if (opened.qrId() == null) {
            return false;
        }
        var code = new PrintedCode(opened.msn(), opened.qrId());
        var its =
                tills.codeOf(opened.msn(), opened.tillId()).filter(code::equals).isPresent();
        if (!its) {
            LOG.infof(
                    "The sale %s gets no scans: the printed code it names is not that of a till which opens sales, or"
                            + " not of this till",
                    opened.key());
        }
        return its && tills.openAt(code).isPresent();
    }

    private Optional<Routed> payment(Event<?> event, PaymentEvent payment) {
        return remembering.wants(event)
                        || countsForItsCode(event, payment)
                        || refusedAtTill(payment).isPresent()
                        || pageSales.mayBeAbout(payment)
                ? Optional.of(new Routed(payment.key(), event.id(), event))
                : Optional.empty();
    }

    /** The code of the till whose request was refused before the sale was open; empty for a till without a code. */
    Optional<PrintedCode> refusedAtTill(PaymentEvent payment) {
        return payment instanceof RequestRefused refusal
                        && TillSales.isOfNoSale(refusal)
                        && !Ids.isScannedSale(refusal.sale().saleId())
                ? tills.codeOf(refusal.sale().msn(), refusal.sale().tillId())
                : Optional.empty();
    }

    boolean countsForItsCode(Event<?> event, PaymentEvent payment) {
        if (payment.sale().qrId() == null) {
            return false;
        }
        var code = new PrintedCode(payment.sale().msn(), payment.sale().qrId());
        if (pageSales.isPages(code)) {
            return pageSales.codeOf(payment).isPresent();
        }
        return tills.isTills(code)
                ? TillSales.need(event).isPresent()
                : payment.done() || (news.matters(event) && tills.openAt(code).isPresent());
    }
}
