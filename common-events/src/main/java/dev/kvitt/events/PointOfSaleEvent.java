package dev.kvitt.events;

/** What a point of sale asks for, on {@code pos.sales}. */
public sealed interface PointOfSaleEvent extends EventData
        permits SaleOpened, CustomerPresented, AmountConfirmed, AttemptRequested, SaleCancelled, RefundRequested {

    Msn msn();

    SaleId saleId();

    String tillId();

    /** The till's own name of this request, 1 to 64 visible ASCII characters; sending it again is the same request. */
    String requestId();

    @Override
    default String key() {
        return Keys.sale(msn(), saleId());
    }
}
