package dev.kvitt.events;

/** What a quantity counts, as Vipps MobilePay names it. */
public enum QuantityUnit {
    PCS,
    KG,
    KM,
    MINUTE,
    LITRE,
    KWH
}
