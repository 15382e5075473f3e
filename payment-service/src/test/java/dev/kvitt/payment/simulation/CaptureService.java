package dev.kvitt.payment.simulation;

import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** capture-service: carries commands out, each once, as far as its rows let it know. */
final class CaptureService {

    private static final List<Integer> WAITS = List.of(2, 4, 8, 16, 32, 60, 120, 300);
    private static final Duration PERSON = Duration.ofMinutes(10);

    private final Agenda agenda;
    private final Plan plan;
    private final Journal journal;
    private final CaptureRules rules;
    private final Consumer<OperationResult> results;
    private final Consumer<PaymentCommand> person;
    private final List<PaymentCommand> topic = new ArrayList<>();
    private final TreeMap<Instant, Stored> history = new TreeMap<>();
    private Map<String, CaptureRow> rows = new LinkedHashMap<>();
    private int read;
    private int told;
    private int restored;

    private record Stored(Map<String, CaptureRow> rows, int read) {}

    CaptureService(
            Agenda agenda,
            Plan plan,
            VippsDoor door,
            Journal journal,
            Consumer<OperationResult> results,
            Consumer<PaymentCommand> person) {
        this.agenda = agenda;
        this.plan = plan;
        this.journal = journal;
        this.rules = new CaptureRules(agenda, door);
        this.results = results;
        this.person = person;
        store();
        plan.all(Part.Outage.class)
                .filter(one -> one.what() == Part.Lasting.CAPTURE_SERVICE_RESTORED)
                .forEach(one -> agenda.at(Outages.begin(one), () -> restore(one.time())));
    }

    /** A command on its topic. */
    void take(PaymentCommand command) {
        topic.add(command);
        readOn();
    }

    private void readOn() {
        var until = Outages.until(plan, agenda, Part.Lasting.CAPTURE_SERVICE_DOWN);
        if (until.isPresent()) {
            agenda.at(until.get(), this::readOn);
            return;
        }
        while (read < topic.size()) {
            accept(topic.get(read++));
        }
        store();
    }

    private void accept(PaymentCommand command) {
        var id = command.operationId().value();
        var known = rows.get(id);
        if (known == null) {
            rows.put(id, new CaptureRow(command, null, null, 0, agenda.now(), null, null));
            agenda.in(Duration.ofMillis(5), round(id));
        } else if (known.isFinal()) {
            results.accept(known.result());
        }
    }

    /** A round that a restore has made pointless must not run on. */
    private Runnable round(String id) {
        var era = restored;
        return () -> {
            if (era == restored) {
                run(id);
            }
        };
    }

    private void run(String id) {
        var down = Outages.until(plan, agenda, Part.Lasting.CAPTURE_SERVICE_DOWN);
        if (down.isPresent()) {
            agenda.at(down.get(), round(id));
            return;
        }
        var row = rows.get(id);
        if (row == null || row.isFinal()) {
            return;
        }
        var create = rows.get(row.command().reference() + "/create/1");
        var step = rules.round(row.tried(), create != null && create.status() == Outcome.SUCCEEDED);
        rows.put(id, step.row());
        if (step.outcome() != null) {
            tell(step.row(), step.outcome(), step.view(), step.refusal());
        } else {
            if (step.row().inDoubt() && step.row().status() == null) {
                tell(step.row(), Outcome.UNKNOWN, null, new Refusal("not-known-yet", "Not known yet.", false));
            }
            if (step.atRisk()) {
                journal.tell("MONEY AT RISK, a person is called: " + id);
                agenda.in(PERSON, () -> person.accept(step.row().command()));
            }
            var seconds = WAITS.get(Math.min(step.row().tries(), WAITS.size()) - 1);
            agenda.in(step.atRisk() ? Duration.ofSeconds(WAITS.getLast()) : Duration.ofSeconds(seconds), round(id));
        }
        store();
    }

    private void tell(CaptureRow row, Outcome outcome, PaymentView view, Refusal refusal) {
        var command = row.command();
        var number = row.result() == null ? 1 : row.result().number() + 1;
        var result = new OperationResult(
                command.msn(),
                command.saleId(),
                command.operationId(),
                number,
                outcome,
                view,
                refusal,
                null,
                agenda.now());
        rows.put(command.operationId().value(), row.told(result));
        told++;
        journal.tell("capture-service tells " + command.operationId() + " " + outcome
                + (refusal == null ? "" : " " + refusal.code()));
        var late = plan.mishap(Part.Counted.RESULT_LATE, told)
                .map(Part.Mishap::time)
                .orElse(Duration.ZERO);
        agenda.in(late, () -> results.accept(result));
    }

    private void store() {
        history.put(agenda.now(), new Stored(Map.copyOf(rows), read));
    }

    private void restore(Duration back) {
        var before = history.floorEntry(agenda.now().minus(back));
        var stored = before == null ? new Stored(Map.of(), 0) : before.getValue();
        journal.tell("capture-service's database is set back by " + back);
        restored++;
        rows = new LinkedHashMap<>(new TreeMap<>(stored.rows()));
        read = stored.read();
        rows.values().stream()
                .filter(row -> !row.isFinal())
                .forEach(row -> agenda.in(
                        Duration.ofMillis(5), round(row.command().operationId().value())));
        readOn();
    }
}
