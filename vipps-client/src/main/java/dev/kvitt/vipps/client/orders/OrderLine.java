package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a receipt. Start with {@link #of}.
 *
 * @param id the product's id
 * @param name the product's name
 * @param total with tax and after discount
 * @param totalExcludingTax without tax and after discount
 * @param totalTax the tax; must be {@code total} less {@code totalExcludingTax} to the øre, or Vipps refuses the receipt
 * @param taxRate the rate
 * @param unitInfo how many at which price; without it Vipps shows one piece
 * @param discount the whole line's discount
 * @param kind sold, returned or shipped
 */
public record OrderLine(
        String id,
        String name,
        Amount total,
        Amount totalExcludingTax,
        Amount totalTax,
        TaxRate taxRate,
        Optional<UnitInfo> unitInfo,
        Optional<Amount> discount,
        Kind kind) {

    /** What a line stands for. */
    public enum Kind {
        SALE,
        /** Goods brought back: counts negative in the sums. */
        RETURN,
        /** Carriage: shown apart. */
        SHIPPING
    }

    public OrderLine {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("an order line has an id and a name");
        }
        Objects.requireNonNull(taxRate, "taxRate");
        Objects.requireNonNull(kind, "kind");
        Currency currency = total.currency();
        boolean oneCurrency = totalExcludingTax.currency() == currency
                && totalTax.currency() == currency
                && unitInfo.stream().allMatch(info -> info.unitPrice().currency() == currency)
                && discount.stream().allMatch(amount -> amount.currency() == currency);
        if (!oneCurrency) {
            throw new IllegalArgumentException("an order line has one currency");
        }
        if (totalTax.value() != total.value() - totalExcludingTax.value()) {
            throw new IllegalArgumentException(
                    "an order line's tax is %d, but its total %d less its total without tax %d is %d"
                            .formatted(
                                    totalTax.value(),
                                    total.value(),
                                    totalExcludingTax.value(),
                                    total.value() - totalExcludingTax.value()));
        }
    }

    /** A sold line without unit info and discount. */
    public static OrderLine of(
            String id, String name, Amount total, Amount totalExcludingTax, Amount totalTax, TaxRate taxRate) {
        return new OrderLine(
                id, name, total, totalExcludingTax, totalTax, taxRate, Optional.empty(), Optional.empty(), Kind.SALE);
    }

    /** The same with this unit info. */
    public OrderLine with(UnitInfo info) {
        return new OrderLine(id, name, total, totalExcludingTax, totalTax, taxRate, Optional.of(info), discount, kind);
    }

    /** The same with this discount, which the totals already contain. */
    public OrderLine withDiscount(Amount amount) {
        return new OrderLine(
                id, name, total, totalExcludingTax, totalTax, taxRate, unitInfo, Optional.of(amount), kind);
    }

    /** The same as a line of this kind. */
    public OrderLine as(Kind other) {
        return new OrderLine(id, name, total, totalExcludingTax, totalTax, taxRate, unitInfo, discount, other);
    }
}
