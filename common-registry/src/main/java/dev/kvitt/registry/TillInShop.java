package dev.kvitt.registry;

/** A till with the shop and the sales unit it belongs to. */
public record TillInShop(SalesUnit salesUnit, Shop shop, Till till) {

    /** False when the till, its shop or its sales unit is switched off. */
    public boolean acceptsNewSales() {
        return till.enabled() && shop.enabled() && salesUnit.enabled();
    }
}
