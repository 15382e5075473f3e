package dev.kvitt.payment.messaging;

import dev.kvitt.events.Customer;
import dev.kvitt.events.Msn;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.events.UserFlow;
import dev.kvitt.payment.domain.Terms;
import dev.kvitt.registry.CaptureOn;
import dev.kvitt.registry.PersonalQrUse;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.TillKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** What is agreed when a sale is opened: what was asked for, and what its sales unit may do. */
@ApplicationScoped
class Agreements {

    /** What a till that said nothing has to confirm in. */
    private static final int SELECT_SECONDS = 600;

    private final Registry registry;

    Agreements(Registry registry) {
        this.registry = registry;
    }

    /** @param before as the sale was opened with already; absent for a new one */
    Terms terms(SaleOpenedByScan scan, Terms before) {
        var settings = settings(scan.sale().msn(), scan.sale().tillId(), before);
        return new Terms(
                scan.maxAmount(),
                true,
                false,
                scan.selectSeconds(),
                settings.partialCapture(),
                settings.captureWindow(),
                scan.userFlow(),
                false,
                true,
                ReceiptWay.AFTER_CAPTURE,
                List.of(),
                null,
                scan.description(),
                scan.validUntil(),
                true);
    }

    /** @param before as the sale was opened with already; absent for a new one */
    Terms terms(SaleOpened opened, Terms before) {
        var settings = settings(opened.msn(), opened.tillId(), before);
        var saysItself = opened.upperBound() || opened.selectSeconds() != null;
        var captureAtOnce = !saysItself && settings.captureAtOnce();
        return new Terms(
                opened.amount(),
                opened.upperBound(),
                captureAtOnce,
                opened.selectSeconds() == null ? settings.selectSeconds() : opened.selectSeconds(),
                settings.partialCapture(),
                settings.captureWindow(),
                settings.tokenFlow(),
                Boolean.TRUE.equals(opened.screen()),
                true,
                receiptWay(opened, captureAtOnce, settings),
                opened.lines(),
                opened.bottomLine(),
                opened.description(),
                opened.validUntil(),
                false,
                opened.remember());
    }

    /** A meter that waits for no confirmation: its receipt can be with the passenger before the money is taken. */
    private static ReceiptWay receiptWay(SaleOpened opened, boolean captureAtOnce, Settings settings) {
        if (opened.upperBound()) {
            return ReceiptWay.AFTER_CAPTURE;
        }
        return settings.meter() && captureAtOnce ? ReceiptWay.BEFORE_CAPTURE : ReceiptWay.AT_CREATE;
    }

    /**
     * What is not the till's to say. Of a sale that is open, it is what was agreed then: the same request must be the same
     * sale whatever has been set otherwise since.
     */
    private Settings settings(Msn msn, String tillId, Terms before) {
        if (before != null) {
            return new Settings(
                    before.captureAtOnce(),
                    before.selectSeconds(),
                    before.partialCapture(),
                    before.captureWindow(),
                    before.tokenFlow(),
                    before.receipt() == ReceiptWay.BEFORE_CAPTURE);
        }
        return registry.salesUnit(msn)
                .map(unit -> new Settings(
                        unit.allowed().captureOn() == CaptureOn.AUTHORIZATION,
                        SELECT_SECONDS,
                        unit.allowed().partialCapture(),
                        unit.allowed().captureWindow(),
                        unit.customerTokenFlow(),
                        isMeter(msn, tillId)))
                .orElseThrow(() -> new IllegalStateException("the sales unit " + msn + " is not in the registry"));
    }

    private record Settings(
            boolean captureAtOnce,
            int selectSeconds,
            boolean partialCapture,
            Duration captureWindow,
            UserFlow tokenFlow,
            boolean meter) {}

    private boolean isMeter(Msn msn, String tillId) {
        return registry.till(msn, tillId)
                .filter(till -> till.till().kind() == TillKind.TAXI)
                .isPresent();
    }

    /** Whether a customer is asked by the number behind the code they showed, which checkin-service tells. */
    boolean isExchanged(Msn msn, Customer customer) {
        return customer != null
                && customer.kind() == Customer.Kind.PERSONAL_QR
                && registry.salesUnit(msn)
                        .filter(unit -> unit.personalQr() == PersonalQrUse.EXCHANGE)
                        .isPresent();
    }

    SaleContext context(SaleOpened opened) {
        var shop = registry.till(opened.msn(), opened.tillId())
                .map(till -> till.shop().id())
                .orElse(null);
        return new SaleContext(opened.msn(), opened.saleId(), shop, opened.tillId(), opened.qrId());
    }
}
