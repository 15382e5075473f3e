package dev.kvitt.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.SaleContext;
import dev.kvitt.system.till.HttpTill;
import dev.kvitt.system.vending.Expect;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** payment-service decides: capture and release at a machine; it looks at Vipps while a till's customer takes their time. */
final class PaymentCrashes {

    private final Sales sales;
    private final List<Executable> endings;

    PaymentCrashes(Sales sales, List<Executable> endings) {
        this.sales = sales;
        this.endings = endings;
    }

    void run() {
        var vend = sales.atMachine();
        var first = sales.tills.byNumber().opening();
        var second = sales.tills.byNumber().opening();
        var third = new HttpTill(sales.tills.byNumber().validFor(Sales.LONG).opening());
        try (var halts = Halts.of("payment-service")) {
            sales.drops(vend);
            halts.at("outbox.after-delete-commit");
            sales.vending.await(
                    OperationResult.class, result -> isCapture(result, vend), "capture-service has captured");
            halts.at("inbox.before-commit");
            halts.at("inbox.after-commit");
            halts.at("outbox.before-send");
            isCapturedAndNotReleased(vend);
            halts.at("outbox.after-send");
            halts.at("outbox.before-delete-commit");

            halts.at("timer.before-commit", () -> sales.tills.till.send(first));
            halts.at("timer.after-commit");
            halts.at("task.after-commit");
            halts.at("task.before-run");
            halts.at("task.after-run", () -> sales.tills.till.send(second));

            halts.whenReadyAt("http.before-commit", third::sendUnanswered);
            halts.whenReadyAt("http.after-commit", third::sendUnanswered);
            halts.wereEverywhere();
        }
        // It never heard an answer, and does what the page tells it: the same again.
        third.send();
        sales.tills.pays(third.opening(), 1);
        sales.tills.pays(first, 1);
        sales.tills.pays(second, 1);
        endings.add(() -> sales.isSoldOnce(vend));
        endings.add(() -> sales.isPaidOnce(first));
        endings.add(() -> sales.isPaidOnce(second));
        endings.add(() -> sales.isPaidOnce(third.opening()));
    }

    private static boolean isCapture(OperationResult result, SaleContext sale) {
        return result.key().equals(sale.key()) && result.operationId().kind() == OperationId.Kind.CAPTURE;
    }

    /** The release is decided, and nobody has been told of it. */
    private void isCapturedAndNotReleased(SaleContext sale) {
        assertThat(sales.atVipps(sale)).isEqualTo(Expect.sums(5000, 3000, 0));
        assertThat(sales.vending.log.of(sale.key()))
                .noneMatch(seen -> seen.event().data() instanceof CancelPayment);
        assertThat(Rows.count(
                        "payment",
                        "select count(*) from outbox where topic = 'payment.commands' and key = '" + sale.key() + "'"))
                .as("the release waits in the outbox")
                .isEqualTo(1);
    }
}
