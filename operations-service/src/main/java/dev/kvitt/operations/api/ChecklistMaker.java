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
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes Vipps MobilePay's list of what must be shown before going live, for whoever asks, and keeps it. */
@Singleton
public class ChecklistMaker {

    private static final int MOST_SALES = 1_000;

    private final Registry registry;
    private final OperationsConfig config;
    private final ChecklistSales sales;
    private final EventLogs logs;
    private final Checklists checklists;
    private final ObjectMapper json;
    private final InstantSource clock;

    ChecklistMaker(
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

    /** One that was made just now. */
    public record Fresh(UUID id, Checklists.Made made) {}

    /**
     * Judges what the ledger holds now, reads one event log at Vipps MobilePay, and keeps the list.
     *
     * @param msn of a sales unit in the registry
     * @param who makes it
     */
    public Fresh make(String msn, String who) {
        var unit = unit(msn)
                .orElseThrow(
                        () -> Problem.notFound("unknown-sales-unit", "There is no such sales unit in the registry."));
        var list = judged(unit);
        var made = new Checklists.Made(text(list), Report.markdown(list));
        checklists.keep(list.id(), list.msn(), who, list.at(), made);
        return new Fresh(list.id(), made);
    }

    public Checklists.Made find(UUID id) {
        return checklists
                .find(id)
                .orElseThrow(() -> Problem.notFound("unknown-checklist", "There is no such checklist."));
    }

    /** The latest first. */
    public List<Checklists.Kept> latest() {
        return checklists.latest();
    }

    private Optional<SalesUnit> unit(String msn) {
        return registry.salesUnits().stream()
                .filter(unit -> unit.msn().value().equals(msn))
                .findFirst();
    }

    private Checklist judged(SalesUnit unit) {
        var now = clock.instant();
        var since = now.minus(Evidence.AGE);
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
}
