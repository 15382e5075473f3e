package dev.kvitt.shop;

/** One line of what is sold, as in the contract (orderLine). */
record Line(String id, String name, Money total, Money totalExcludingTax, Money tax, int taxRate, UnitInfo unitInfo) {

    /** How many at which price. */
    record UnitInfo(Money unitPrice, String quantity, String unit) {}
}
