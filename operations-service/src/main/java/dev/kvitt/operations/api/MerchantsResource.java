package dev.kvitt.operations.api;

import dev.kvitt.registry.Merchant;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import dev.kvitt.registry.Shop;
import dev.kvitt.registry.Till;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Who sells, as the registry has it; without keys. */
@Path("/api/merchants")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator", "finance"})
public class MerchantsResource {

    private final Registry registry;
    private final UnitsAtVipps units;

    MerchantsResource(Registry registry, UnitsAtVipps units) {
        this.registry = registry;
        this.units = units;
    }

    /**
     * One sales unit.
     *
     * @param off whether it takes no new sales; what has begun is brought to its end
     */
    public record Item(
            String msn,
            String merchant,
            String name,
            String market,
            String currency,
            boolean off,
            List<ShopItem> shops) {}

    /** One shop. */
    public record ShopItem(String id, String name, boolean off, List<TillItem> tills) {

        static ShopItem of(Shop shop) {
            return new ShopItem(
                    shop.id(),
                    shop.name(),
                    !shop.enabled(),
                    shop.tills().stream().map(TillItem::of).toList());
        }
    }

    /** One till or machine. */
    public record TillItem(String id, String flow, boolean off) {

        static TillItem of(Till till) {
            return new TillItem(till.id(), till.flow().toString(), !till.enabled());
        }
    }

    @GET
    public Page<Item> merchants(@RestQuery String msn, @RestQuery Integer limit, @RestQuery String after) {
        var page = UnitPage.of(registry.salesUnits(), Asked.text(msn), Asked.limit(limit), Asked.text(after));
        return new Page<>(page.units().stream().map(this::item).toList(), page.next());
    }

    private Item item(SalesUnit unit) {
        return new Item(
                unit.msn().value(),
                registry.merchant(unit.msn()).map(Merchant::name).orElse(""),
                unit.name(),
                unit.market().name(),
                unit.currency().name(),
                !unit.enabled(),
                unit.shops().stream().map(ShopItem::of).toList());
    }

    /** Whether Vipps takes the keys, tells of payments, and pays in the currency of the registry. It asks Vipps and changes nothing. */
    @GET
    @Path("/check")
    public Page<UnitCheck> check(@RestQuery String msn, @RestQuery Integer limit, @RestQuery String after) {
        var found = units.ask(msn, limit, after);
        return new Page<>(found.items().stream().map(units::check).toList(), found.next());
    }
}
