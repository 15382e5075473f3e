package dev.kvitt.vipps.rules.receipt;

import java.util.List;
import java.util.Map;

/**
 * A receipt as it arrives: nothing checked, what was not sent is null. Amounts are in minor units and include tax and
 * discount unless the name says otherwise.
 */
public record Receipt(List<OrderLine> orderLines, BottomLine bottomLine) {

    /**
     * One product.
     *
     * @param taxRate hundredths of a percent, 0 to 10000: 25 % is 2500; this or {@code taxPercentage} is needed
     * @param taxPercentage whole percent, 0 to 100; deprecated by the API, still accepted
     */
    public record OrderLine(
            String name,
            String id,
            Long totalAmount,
            Long totalAmountExcludingTax,
            Long totalTaxAmount,
            Integer taxRate,
            Integer taxPercentage,
            UnitInfo unitInfo,
            Long discount,
            String productUrl,
            Boolean isReturn,
            Boolean isShipping) {}

    /** @param quantity decimal number as text, at most 10 characters */
    public record UnitInfo(Long unitPrice, String quantity, String quantityUnit) {}

    /** What is true for the whole receipt. Fields after {@code receiptNumber} are deprecated by the API. */
    public record BottomLine(
            String currency,
            Long tipAmount,
            String posId,
            Map<String, Long> paymentSources,
            Barcode barcode,
            String receiptNumber,
            String terminalId,
            Long giftCardAmount,
            Long totalAmount,
            Long totalTax,
            Long totalDiscount,
            Long shippingAmount,
            Map<String, Long> shippingInfo) {}

    /** @param format {@code EAN-13}, {@code CODE 39} or {@code CODE 128} */
    public record Barcode(String format, String data) {}
}
