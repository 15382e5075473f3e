package dev.kvitt.system.crash;

import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** receipt-service posts the receipts of machines. */
final class ReceiptCrashes {

    private final Sales sales;
    private final List<Executable> endings;

    ReceiptCrashes(Sales sales, List<Executable> endings) {
        this.sales = sales;
        this.endings = endings;
    }

    void run() {
        try (var halts = Halts.of("receipt-service")) {
            sells();
            halts.at("inbox.before-commit");
            halts.at("inbox.after-commit");
            halts.at("task.before-run");
            halts.at("receipt.after-send", this::sells);
            halts.at("task.after-run", this::sells);
            halts.at("task.after-commit", this::sells);
            halts.at("outbox.before-send");
            halts.at("outbox.after-send");
            halts.at("outbox.before-delete-commit");
            halts.at("outbox.after-delete-commit");
            halts.wereEverywhere();
        }
    }

    private void sells() {
        var sale = sales.soldAtMachine();
        endings.add(() -> sales.isSoldOnce(sale));
    }
}
