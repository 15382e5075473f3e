package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.operations.vipps.Registrations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** The webhooks that Vipps has, asked of Vipps for each sales unit. */
@Path("/api/registrations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", "operator", "finance"})
public class RegistrationsResource {

    private final UnitsAtVipps units;

    RegistrationsResource(UnitsAtVipps units) {
        this.units = units;
    }

    /** One registration, or why a unit's are not known; events are absent then. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String msn, String id, String url, List<String> events, String problem) {

        static Stream<Item> of(Registrations.OfUnit unit) {
            if (unit.problem().isPresent()) {
                return Stream.of(new Item(
                        unit.msn().value(), null, null, null, unit.problem().get()));
            }
            if (unit.registered().isEmpty()) {
                return Stream.of(new Item(unit.msn().value(), null, null, null, "none is registered"));
            }
            return unit.registered().stream()
                    .map(one -> new Item(unit.msn().value(), one.id(), one.url(), one.events(), null));
        }
    }

    /** Pages are made of sales units: one may hold more items than its limit. */
    @GET
    public Page<Item> registrations(@RestQuery String msn, @RestQuery Integer limit, @RestQuery String after) {
        var found = units.ask(msn, limit, after);
        return new Page<>(
                found.items().stream().flatMap(one -> Item.of(one.answer())).toList(), found.next());
    }
}
