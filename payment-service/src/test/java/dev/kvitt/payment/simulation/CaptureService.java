package dev.kvitt.payment.simulation;

import dev.kvitt.capture.domain.Answer;
import dev.kvitt.capture.domain.Limits;
import dev.kvitt.capture.domain.Rules;
import dev.kvitt.capture.domain.Situation;
import dev.kvitt.capture.domain.Step;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** capture-service: carries commands out, each once, as far as its rows let it know. Its rules are the service's own. */
final class CaptureService {

    private static final Duration PERSON = Duration.ofMinutes(10);

    private final Agenda agenda;
    private final Plan plan;
    private final Journal journal;
    private final Rules rules = new Rules(Limits.DEFAULT, VippsDoor.INSTALLATION);
    private final CaptureDoor door;
    private final Consumer<OperationResult> results;
    private final Consumer<PaymentCommand> person;
    private final List<PaymentCommand> commands = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final TreeMap<Instant, CaptureRows> history = new TreeMap<>();
    private CaptureRows rows = new CaptureRows();
    private int told;

    /** A person gives an operation up. */
    private record Word(OperationId operation, Instant writtenAt) {}

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
        this.door = new CaptureDoor(door);
        this.results = results;
        this.person = person;
        store();
        plan.all(Part.Outage.class)
                .filter(one -> one.what() == Part.Lasting.CAPTURE_SERVICE_RESTORED)
                .forEach(one -> agenda.at(Outages.begin(one), () -> restore(one.time())));
    }

    /** A command on its topic. */
    void take(PaymentCommand command) {
        commands.add(command);
        readOn();
    }

    /** A person's word on the operators' topic. */
    void skip(OperationId operation) {
        words.add(new Word(operation, agenda.now()));
        readOn();
    }

    /** In no order between the topics: all of both is read before an old command is carried out. */
    private void readOn() {
        var until = Outages.until(plan, agenda, Part.Lasting.CAPTURE_SERVICE_DOWN);
        if (until.isPresent()) {
            agenda.at(until.get(), this::readOn);
            return;
        }
        if (plan.seed() % 2 == 0) {
            readWords();
        }
        while (rows.commandsRead < commands.size()) {
            accept(commands.get(rows.commandsRead++));
        }
        readWords();
        store();
        agenda.in(Duration.ofMillis(5), this::work);
    }

    private void accept(PaymentCommand command) {
        var known = rows.find(command.operationId().value());
        if (known.isEmpty()) {
            rows.insert(command, agenda.now());
        } else if (known.get().status().isFinal()) {
            results.accept(known.get().result());
        }
    }

    private void readWords() {
        while (rows.wordsRead < words.size()) {
            var word = words.get(rows.wordsRead++);
            var id = word.operation().value();
            var known = rows.find(id);
            var objection = rules.skips().objection(known.map(rows::operation), word.writtenAt(), agenda.now());
            journal.tell("a person gives up " + id
                    + objection.map(why -> ", refused: " + why.code()).orElse(""));
            if (objection.isEmpty()) {
                var until = known.map(row -> row.command().issuedAt())
                        .orElseGet(() -> rules.skips().forIssuedUntil(word.writtenAt()));
                rows.skip(id, word.writtenAt(), until);
                rows.find(id).ifPresent(row -> rows.put(row.due(agenda.now())));
            }
        }
    }

    private void work() {
        var down = Outages.until(plan, agenda, Part.Lasting.CAPTURE_SERVICE_DOWN);
        if (down.isPresent()) {
            agenda.at(down.get(), this::work);
            return;
        }
        rows.oldestOpen().ifPresent(row -> {
            if (row.due().isAfter(agenda.now())) {
                return;
            }
            round(row.tried());
            store();
            rows.oldestOpen().ifPresent(next -> agenda.at(next.due(), this::work));
        });
    }

    private void round(CaptureRow taken) {
        rows.put(taken);
        var id = taken.command().operationId().value();
        var situation = Situation.atStart(rows.operation(taken), agenda.now(), taken.tries());
        while (true) {
            switch (rules.next(situation)) {
                case Step.Ask _ -> situation = situation.read(door.read(taken.command()), agenda.now());
                case Step.Send _ -> situation = send(rows.find(id).orElseThrow(), situation);
                case Step.Succeed succeed -> {
                    tell(id, Outcome.SUCCEEDED, succeed.view().orElse(null), null);
                    return;
                }
                case Step.Reject reject -> {
                    tell(id, Outcome.REJECTED, reject.view().orElse(null), reject.refusal());
                    return;
                }
                case Step.Wait wait -> {
                    waiting(id, situation, wait);
                    return;
                }
            }
        }
    }

    private Situation send(CaptureRow row, Situation before) {
        Promises.require(
                row.skippedAt() == null,
                "what a person gave up is not sent again",
                row.command().operationId());
        var room = rows.roomAt(row, agenda.now());
        if (room.isPresent()) {
            var busy = new Answer.Busy(Optional.of(Duration.between(agenda.now(), room.get())));
            return before.answered(before.operation(), busy, agenda.now());
        }
        rows.put(row.sent(agenda.now()));
        var sent = before.operation().sent(Optional.ofNullable(row.doubtSince()), agenda.now());
        return before.answered(sent, door.write(row.command()), agenda.now());
    }

    private void waiting(String id, Situation situation, Step.Wait wait) {
        var row = rows.find(id).orElseThrow().due(wait.until());
        rows.put(situation.inDoubt() ? row : row.notInDoubt());
        wait.doubt().ifPresent(why -> tell(id, Outcome.UNKNOWN, null, why));
        if (wait.moneyAtRisk()) {
            journal.tell("MONEY AT RISK, a person is called: " + id);
            agenda.in(PERSON, () -> person.accept(row.command()));
        }
    }

    private void tell(String id, Outcome outcome, PaymentView view, Refusal refusal) {
        var row = rows.find(id).orElseThrow();
        var command = row.command();
        var result = new OperationResult(
                command.msn(),
                command.saleId(),
                command.operationId(),
                row.resultNumber() + 1,
                outcome,
                view,
                refusal,
                null,
                agenda.now());
        rows.put(row.told(result));
        told++;
        journal.tell("capture-service tells " + command.operationId() + " " + outcome
                + (refusal == null ? "" : " " + refusal.code()));
        var late = plan.mishap(Part.Counted.RESULT_LATE, told)
                .map(Part.Mishap::time)
                .orElse(Duration.ZERO);
        agenda.in(late, () -> results.accept(result));
    }

    private void store() {
        if (plan.has(Part.Lasting.CAPTURE_SERVICE_RESTORED)) {
            history.put(agenda.now(), rows.copy());
        }
    }

    private void restore(Duration back) {
        var before = history.floorEntry(agenda.now().minus(back));
        journal.tell("capture-service's database is set back by " + back);
        rows = before == null ? new CaptureRows() : before.getValue().copy();
        readOn();
    }
}
