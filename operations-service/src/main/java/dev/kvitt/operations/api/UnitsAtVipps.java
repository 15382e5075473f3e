package dev.kvitt.operations.api;

import dev.kvitt.operations.store.Currencies;
import dev.kvitt.operations.vipps.Registrations;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** The sales units of the registry and what Vipps says of them, for whoever asks. It asks Vipps and changes nothing. */
@Singleton
public class UnitsAtVipps {

    private final Registry registry;
    private final Registrations registrations;
    private final Currencies currencies;

    UnitsAtVipps(Registry registry, Registrations registrations, Currencies currencies) {
        this.registry = registry;
        this.registrations = registrations;
        this.currencies = currencies;
    }

    /** One sales unit. */
    public record Answered(SalesUnit unit, Registrations.OfUnit answer) {}

    /** @param next to ask for what follows, as {@code after}; null where nothing does */
    public record Found(List<Answered> items, String next) {}

    /**
     * By their numbers.
     *
     * @param msn only this one; null or blank for all
     * @param limit 1 to 500; null is 50
     * @param after the last number of the page before; null or blank for the first
     */
    public Found ask(String msn, Integer limit, String after) {
        var page = UnitPage.of(registry.salesUnits(), Asked.text(msn), Asked.limit(limit), Asked.text(after));
        var answers = registrations.of(page.units().stream().map(SalesUnit::msn).toList());
        var items = IntStream.range(0, answers.size())
                .mapToObj(n -> new Answered(page.units().get(n), answers.get(n)))
                .toList();
        return new Found(items, page.next());
    }

    /** Whether Vipps takes the keys, tells of payments, and pays in the currency of the registry. */
    public UnitCheck check(Answered one) {
        return UnitCheck.of(
                one.unit(), one.answer(), currencies.of(one.unit().msn().value()));
    }
}
