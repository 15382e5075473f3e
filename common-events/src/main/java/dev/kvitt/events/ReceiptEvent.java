package dev.kvitt.events;

/** What became of a receipt, on {@code receipt.events}. A receipt never delays or endangers a payment. */
public sealed interface ReceiptEvent extends EventData permits ReceiptPosted, ReceiptRejected, ReceiptWarned {

    SaleContext sale();

    @Override
    default String key() {
        return sale().key();
    }
}
