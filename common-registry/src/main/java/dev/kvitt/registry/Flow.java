package dev.kvitt.registry;

/** How a sale runs. */
public enum Flow {
    /** A scan opens the sale, the dearest product is reserved, what was dispensed is captured, the rest released. */
    VENDING,
    /** A till opens the sale. Its customer shows a code, says a number, scans the till's screen or its printed code. */
    TILL,
    /** A till or meter opens the sale, and its customer pays on Kvitt's page, which the printed redirect QR code leads to. */
    PAGE;

    public QrKind qrKind() {
        return this == PAGE ? QrKind.REDIRECT : QrKind.CALLBACK;
    }
}
