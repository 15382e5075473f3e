package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.http.JsonAnswer;
import java.util.Optional;

/** Reads receipts back. They are for people, so a field of another type than expected counts as absent. */
final class StoredReceipts {
    private StoredReceipts() {}

    static StoredReceipt read(JsonAnswer receipt) {
        Optional<JsonAnswer> bottomLine = receipt.optionalObject("bottomLine");
        return new StoredReceipt(
                receipt.elements("orderLines").stream()
                        .map(StoredReceipts::line)
                        .toList(),
                bottomLine.flatMap(line -> line.anyText("currency")),
                bottomLine.flatMap(line -> line.anyText("posId")),
                bottomLine.flatMap(line -> line.anyText("receiptNumber")));
    }

    private static StoredLine line(JsonAnswer line) {
        return new StoredLine(
                line.anyText("id"),
                line.anyText("name"),
                line.optionalInteger("totalAmount"),
                line.optionalInteger("totalTaxAmount"),
                kind(line));
    }

    private static OrderLine.Kind kind(JsonAnswer line) {
        if (line.optionalBool("isReturn").orElse(false)) {
            return OrderLine.Kind.RETURN;
        }
        return line.optionalBool("isShipping").orElse(false) ? OrderLine.Kind.SHIPPING : OrderLine.Kind.SALE;
    }
}
