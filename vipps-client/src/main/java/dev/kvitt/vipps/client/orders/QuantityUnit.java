package dev.kvitt.vipps.client.orders;

/** What a quantity counts. */
public enum QuantityUnit {
    PCS,
    KG,
    KM,
    MINUTE,
    LITRE,
    KWH
}
