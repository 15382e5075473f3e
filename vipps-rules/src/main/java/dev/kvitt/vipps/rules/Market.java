package dev.kvitt.vipps.rules;

/** The country a sales unit belongs to. It fixes the currency. */
public enum Market {
    NO(Currency.NOK),
    DK(Currency.DKK),
    FI(Currency.EUR);

    private final Currency currency;

    Market(Currency currency) {
        this.currency = currency;
    }

    public Currency currency() {
        return currency;
    }
}
