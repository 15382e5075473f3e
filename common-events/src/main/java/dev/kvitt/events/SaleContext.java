package dev.kvitt.events;

/**
 * Which sale, and where it happens.
 *
 * @param shopId absent while nobody has told us the shop
 * @param tillId the till, vending machine or meter; absent while nobody has told us
 * @param qrId the merchant's QR code the customer scanned, where there was one
 */
public record SaleContext(
        Msn msn, SaleId saleId, @MayBeAbsent String shopId, @MayBeAbsent String tillId, @MayBeAbsent String qrId) {

    /** The Kafka key of every topic about sales: {@code msn/saleId}. */
    public String key() {
        return Keys.sale(msn, saleId);
    }
}
