package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.LinkUrl;
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
 * @param productUrl the product's page
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
        Optional<LinkUrl> productUrl,
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
        Objects.requireNonNull(productUrl, "productUrl");
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

    /** A sold line with nothing optional. */
    public static OrderLine of(
            String id, String name, Amount total, Amount totalExcludingTax, Amount totalTax, TaxRate taxRate) {
        return new OrderLine(
                id,
                name,
                total,
                totalExcludingTax,
                totalTax,
                taxRate,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Kind.SALE);
    }

    /** A sold line of which only the price with tax is known; the tax in it is reckoned by {@link TaxRate#taxIn}. */
    public static OrderLine taxIncluded(String id, String name, Amount total, TaxRate taxRate) {
        Amount tax = taxRate.taxIn(total);
        return of(id, name, total, new Amount(total.currency(), total.value() - tax.value()), tax, taxRate);
    }

    /** The same with this unit info. */
    public OrderLine with(UnitInfo info) {
        return with(Optional.of(info), discount, productUrl, kind);
    }

    /** The same with this discount, which the totals already contain. */
    public OrderLine withDiscount(Amount amount) {
        return with(unitInfo, Optional.of(amount), productUrl, kind);
    }

    /** The same with a link to the product. */
    public OrderLine with(LinkUrl product) {
        return with(unitInfo, discount, Optional.of(product), kind);
    }

    /** The same as a line of this kind. */
    public OrderLine as(Kind other) {
        return with(unitInfo, discount, productUrl, other);
    }

    private OrderLine with(Optional<UnitInfo> info, Optional<Amount> off, Optional<LinkUrl> product, Kind what) {
        return new OrderLine(id, name, total, totalExcludingTax, totalTax, taxRate, info, off, product, what);
    }
}
