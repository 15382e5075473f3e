package dev.kvitt.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.system.till.Books;
import dev.kvitt.system.till.Tills;
import dev.kvitt.system.vending.Expect;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** capture-service creates, captures, releases and refunds. */
final class CaptureCrashes {

    private final Sales sales;
    private final List<Executable> endings;

    CaptureCrashes(Sales sales, List<Executable> endings) {
        this.sales = sales;
        this.endings = endings;
    }

    void run() {
        var vend = sales.atMachine();
        var unknown = sales.atTill();
        var unsent = sales.atTill();
        var refunded = sales.tills.paid(sales.tills.byNumber());
        var asked = sales.tills.byNumber().validFor(Sales.LONG).opening();
        var till = sales.tills.till;
        try (var halts = Halts.of("capture-service")) {
            sales.drops(vend);
            halts.at("inbox.before-commit");
            halts.at("inbox.after-commit");
            halts.at("task.after-commit");
            isCapturedAndNotReleased(vend);
            halts.at("operation.before-send");
            sales.vending.await(CancelPayment.class, order -> order.key().equals(vend.key()), "the release is ordered");
            isCapturedAndNotReleased(vend);

            halts.at("operation.after-send", () -> till.confirm(unknown));
            isCapturedAndNobodyKnows(unknown);
            halts.at("task.before-run", () -> till.confirm(unsent));
            halts.at("task.after-run", () -> till.cancelOrRefund(refunded, "cancel-1"));

            halts.at("outbox.before-send", () -> till.send(asked));
            halts.at("outbox.after-send");
            halts.at("outbox.before-delete-commit");
            halts.at("outbox.after-delete-commit");
            halts.wereEverywhere();
        }
        sales.tills.pays(asked, 1);
        endings.add(() -> sales.isSoldOnce(vend));
        endings.add(() -> sales.isPaidOnce(unknown));
        endings.add(() -> sales.isPaidOnce(unsent));
        endings.add(() -> sales.isPaidBackOnce(refunded));
        endings.add(() -> sales.isPaidOnce(asked));
    }

    private void isCapturedAndNotReleased(SaleContext sale) {
        assertThat(sales.atVipps(sale)).isEqualTo(Expect.sums(5000, 3000, 0));
    }

    private void isCapturedAndNobodyKnows(SaleOpened sale) {
        assertThat(sales.tills.shop.phone.aggregate(sale.msn(), Tills.reference(sale, 1)))
                .as("Vipps has captured")
                .isEqualTo(Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0));
        assertThat(sales.results(sale.key(), OperationId.Kind.CAPTURE)).isEmpty();
    }
}
