package dev.kvitt.receipt.messaging;

import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.messaging.Json;
import dev.kvitt.messaging.task.Task;
import dev.kvitt.receipt.domain.Sold;
import java.util.Map;

/** The task of posting a receipt. */
record ReceiptTask(Msn msn, PaymentReference reference) {

    static final String KIND = "receipt";

    private static final String MSN = "msn";
    private static final String REFERENCE = "reference";

    static String body(Sold sold) {
        return Json.write(Map.of(
                MSN, sold.sale().msn().value(),
                REFERENCE, sold.reference().value()));
    }

    static ReceiptTask of(Task task) {
        var body = Json.strings(task.body());
        return new ReceiptTask(new Msn(body.get(MSN)), new PaymentReference(body.get(REFERENCE)));
    }
}
