package dev.kvitt.vipps.client.report;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An account of a merchant at Vipps.
 *
 * @param id its id
 * @param currency its currency, where Vipps says it
 * @param payoutBankAccount where payouts go
 * @param owner the merchant
 * @param settlesFor the points of sale, in practice one
 */
public record Ledger(
        LedgerId id,
        Optional<Currency> currency,
        Optional<SchemedId> payoutBankAccount,
        Optional<SchemedId> owner,
        List<RecipientHandle> settlesFor) {

    public Ledger {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(payoutBankAccount, "payoutBankAccount");
        Objects.requireNonNull(owner, "owner");
        settlesFor = List.copyOf(settlesFor);
    }
}
