package dev.kvitt.vipps.client.orders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.vipps.client.http.Json;

/** Writes receipts, for Order Management and for the ePayment API alike. Not for use from outside this module. */
public final class ReceiptJson {
    private ReceiptJson() {}

    /** The JSON of a receipt; fields that say nothing are left out. */
    public static ObjectNode write(Receipt receipt) {
        ObjectNode body = Json.object();
        ArrayNode lines = body.putArray("orderLines");
        receipt.orderLines().forEach(line -> lines.add(line(line)));
        body.set("bottomLine", bottomLine(receipt.bottomLine()));
        return body;
    }

    private static ObjectNode line(OrderLine line) {
        ObjectNode json = Json.object()
                .put("name", line.name())
                .put("id", line.id())
                .put("totalAmount", line.total().value())
                .put("totalAmountExcludingTax", line.totalExcludingTax().value())
                .put("totalTaxAmount", line.totalTax().value())
                .put("taxRate", line.taxRate().hundredthsOfPercent());
        line.unitInfo().ifPresent(info -> json.set("unitInfo", unitInfo(info)));
        line.discount().ifPresent(discount -> json.put("discount", discount.value()));
        line.productUrl().ifPresent(url -> json.put("productUrl", url.value()));
        switch (line.kind()) {
            case SALE -> {}
            case RETURN -> json.put("isReturn", true);
            case SHIPPING -> json.put("isShipping", true);
        }
        return json;
    }

    private static ObjectNode unitInfo(UnitInfo info) {
        return Json.object()
                .put("unitPrice", info.unitPrice().value())
                .put("quantity", info.quantity())
                .put("quantityUnit", info.quantityUnit().name());
    }

    private static ObjectNode bottomLine(BottomLine bottomLine) {
        ObjectNode json = Json.object().put("currency", bottomLine.currency().name());
        bottomLine.tip().ifPresent(tip -> json.put("tipAmount", tip.value()));
        bottomLine.posId().ifPresent(posId -> json.put("posId", posId));
        putSources(json, bottomLine.paymentSources());
        bottomLine.barcode().ifPresent(code -> json.putObject("barcode")
                .put("format", code.format().word())
                .put("data", code.data()));
        bottomLine.receiptNumber().ifPresent(number -> json.put("receiptNumber", number));
        return json;
    }

    private static void putSources(ObjectNode bottomLine, PaymentSources sources) {
        if (!sources.parts().isEmpty()) {
            ObjectNode json = bottomLine.putObject("paymentSources");
            sources.parts().forEach((source, amount) -> json.put(source.field(), amount.value()));
        }
    }
}
