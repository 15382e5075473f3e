package dev.kvitt.operations.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.operations.OperationsConfig;
import dev.kvitt.operations.domain.checklist.Checklist;
import dev.kvitt.operations.domain.checklist.Evidence;
import dev.kvitt.operations.domain.checklist.Report;
import dev.kvitt.operations.store.ChecklistSales;
import dev.kvitt.operations.store.Checklists;
import dev.kvitt.operations.vipps.EventLogs;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Vipps MobilePay's list of what must be shown before going live, for one sales unit. */
@Path("/api/checklists")
public class ChecklistsResource {

    static final String MARKDOWN = "text/markdown";

    /** Examples that are handed in may be a month old. */
    private static final Duration AGE = Duration.ofDays(30);

    private static final int MOST_SALES = 1_000;

    private final Registry registry;
    private final OperationsConfig config;
    private final ChecklistSales sales;
    private final EventLogs logs;
    private final Checklists checklists;
    private final ObjectMapper json;
    private final InstantSource clock;

    ChecklistsResource(
            Registry registry,
            OperationsConfig config,
            ChecklistSales sales,
            EventLogs logs,
            Checklists checklists,
            ObjectMapper json,
            InstantSource clock) {
        this.registry = registry;
        this.config = config;
        this.sales = sales;
        this.logs = logs;
        this.checklists = checklists;
        this.json = json;
        this.clock = clock;
    }

    /** @param msn of a sales unit in the registry */
    public record Wish(String msn) {}

    /** Judges what the ledger holds now, reads one event log at Vipps MobilePay, and keeps the list. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"viewer", "operator", "finance"})
    public Response make(Wish wish, @Context SecurityContext caller) {
        return unit(wish)
                .map(unit -> {
                    var list = judged(unit);
                    var made = new Checklists.Made(text(list), Report.markdown(list));
                    checklists.keep(list.id(), list.msn(), name(caller), list.at(), made);
                    return Response.created(URI.create("/api/checklists/" + list.id()))
                            .entity(made.list())
                            .build();
                })
                .orElseGet(() -> problem(404, "unknown-sales-unit", "There is no such sales unit in the registry."));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"viewer", "operator", "finance"})
    public Response list(@PathParam("id") UUID id) {
        return checklists.find(id).map(made -> Response.ok(made.list()).build()).orElseGet(ChecklistsResource::unknown);
    }

    /** The report to hand in. */
    @GET
    @Path("/{id}")
    @Produces(MARKDOWN)
    @RolesAllowed({"viewer", "operator", "finance"})
    public Response report(@PathParam("id") UUID id) {
        return checklists
                .find(id)
                .map(made ->
                        Response.ok(made.report(), MARKDOWN + ";charset=UTF-8").build())
                .orElseGet(ChecklistsResource::unknown);
    }

    private Optional<SalesUnit> unit(Wish wish) {
        return Optional.ofNullable(wish).map(Wish::msn).flatMap(msn -> registry.salesUnits().stream()
                .filter(unit -> unit.msn().value().equals(msn))
                .findFirst());
    }

    private Checklist judged(SalesUnit unit) {
        var now = clock.instant();
        var since = now.minus(AGE);
        var messages = sales.latest(unit.msn(), since, MOST_SALES, Evidence.TYPES);
        var evidence = Evidence.of(messages, now);
        var log = evidence.toRead().map(reference -> logs.read(unit.msn(), reference));
        return new Checklist(
                UUID.randomUUID(),
                unit.msn().value(),
                unit.name(),
                environment(config.vipps().baseUrl()),
                since,
                now,
                messages.size(),
                MOST_SALES,
                Checklist.judge(evidence.with(log)));
    }

    static String environment(URI vipps) {
        return switch (vipps.getHost()) {
            case "api.vipps.no" -> "production";
            case "apitest.vipps.no" -> "Vipps MobilePay's test environment";
            default -> "sandbox (" + vipps.getHost() + ")";
        };
    }

    private String text(Checklist list) {
        try {
            return json.writeValueAsString(ChecklistView.of(list));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checklist has a JSON form", e);
        }
    }

    private static String name(SecurityContext caller) {
        return caller.getUserPrincipal() == null
                ? "unknown"
                : caller.getUserPrincipal().getName();
    }

    private static Response unknown() {
        return problem(404, "unknown-checklist", "There is no such checklist.");
    }

    private static Response problem(int status, String code, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of("status", status, "title", "Not done", "code", code, "detail", detail))
                .build();
    }
}
