package dev.kvitt.registry;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Msn;
import dev.kvitt.events.UserFlow;
import java.util.List;

/**
 * A sales unit at Vipps MobilePay: what has a merchant serial number and keys of its own.
 *
 * @param msn unique in the installation
 * @param customerTokenFlow how a customer who scanned a printed code gets the payment request; WEB_REDIRECT or PUSH_MESSAGE
 * @param personalQr what is done with a code that a customer shows
 * @param allowed what it may do
 * @param codesByApi whether printed codes may be made over HTTP, so that the file does not have all of them
 * @param enabled false takes no new sales; those that have begun are brought to their end
 */
public record SalesUnit(
        Msn msn,
        String name,
        Market market,
        VippsKeys keys,
        UserFlow customerTokenFlow,
        PersonalQrUse personalQr,
        Allowed allowed,
        boolean codesByApi,
        boolean enabled,
        List<Shop> shops) {

    public SalesUnit {
        shops = List.copyOf(shops);
    }

    public Currency currency() {
        return market.currency();
    }

    public boolean acceptsNewSales() {
        return enabled;
    }

    /** All tills of all shops, in the order of the file. */
    public List<TillInShop> tills() {
        return shops.stream()
                .flatMap(shop -> shop.tills().stream().map(till -> new TillInShop(this, shop, till)))
                .toList();
    }
}
