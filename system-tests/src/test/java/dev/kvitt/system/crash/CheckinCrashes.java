package dev.kvitt.system.crash;

import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.demo.Till;
import dev.kvitt.system.till.Tills;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** checkin-service exchanges customers' codes, lets one after the other buy at a machine, and keeps the printed codes. */
final class CheckinCrashes {

    private final Sales sales;
    private final List<Executable> endings;
    private final Till kiosk;

    CheckinCrashes(Sales sales, List<Executable> endings) {
        this.sales = sales;
        this.endings = endings;
        this.kiosk = sales.tills.kiosk;
    }

    void run() {
        // The second customer waits for the first and looks again every second. By Vipps' clock they scan some minutes
        // later, so that on a slow machine the scan is not too old before it is their turn.
        sales.vending.phone.call("POST", "/sandbox/v1/clock", Map.of("advance", "PT4M"));
        var first = sales.atMachine();
        var shown = List.of(atKiosk(), atKiosk(), atKiosk());
        var typed = sales.tills.byNumber().validFor(Sales.LONG).opening();
        Instant at;
        try (var halts = Halts.of("checkin-service")) {
            at = sales.vending.phone.scan(Shop.MSN, Sales.QR, Tills.BO);
            halts.at("timer.before-commit");
            halts.at("timer.after-commit");
            sales.drops(first);
            sales.vending.done(first);
            halts.at("outbox.before-send");
            halts.at("outbox.after-send");
            halts.at("outbox.before-delete-commit");
            halts.at("outbox.after-delete-commit");

            halts.at("task.before-run", () -> kiosk.send(shown.get(0)));
            halts.at("task.after-run", () -> kiosk.send(shown.get(1)));
            halts.at("task.after-commit", () -> kiosk.send(shown.get(2)));

            halts.at("inbox.before-commit", () -> sales.tills.till.send(typed));
            halts.at("inbox.after-commit");
            Rows.change("checkin", "update qr_code set state = 'WANTED' where qr_id = '" + Sales.QR + "'");
            halts.at("code.before-call");
            halts.at("code.after-call");
            halts.wereEverywhere();
        }
        endings.add(() -> sales.isSoldOnce(first));
        var second = sales.vending.opened(Sales.QR, at);
        sales.approved(second);
        sales.drops(second);
        endings.add(() -> sales.isSoldOnce(second));
        var next = sales.soldAtMachine();
        endings.add(() -> sales.isSoldOnce(next));
        sales.tills.pays(typed, 1);
        endings.add(() -> sales.isPaidOnce(typed));
        for (var sale : shown) {
            sales.tills.pays(sale, 1);
            endings.add(() -> sales.isPaidOnce(sale));
        }
    }

    private SaleOpened atKiosk() {
        return kiosk.basket()
                .of(sales.tills.shop.personalQr(Tills.BO))
                .validFor(Sales.LONG)
                .opening();
    }
}
