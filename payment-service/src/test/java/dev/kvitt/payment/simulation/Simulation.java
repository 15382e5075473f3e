package dev.kvitt.payment.simulation;

import dev.kvitt.events.Ids;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentObserved;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Output;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One sale from its first event until nothing is left to happen. */
final class Simulation implements PaymentService.World {

    /** A sale that is not over after this many happenings never will be. */
    private static final int ENOUGH = 20_000;

    private final Plan plan;
    private final Agenda agenda = new Agenda();
    private final Journal journal = new Journal(agenda);
    private final VippsDoor door;
    private final PaymentService payment;
    private final CaptureService capture;
    private final Till till;
    private final Promises promises;
    private int commands;

    private Simulation(Plan plan) {
        this.plan = plan;
        var vipps = new Vipps(agenda, plan);
        door = new VippsDoor(agenda, plan, vipps, journal);
        payment = new PaymentService(agenda, plan, journal, this);
        promises = new Promises(agenda, plan, vipps);
        var others = new Others(agenda, plan, vipps, journal);
        capture = new CaptureService(agenda, plan, door, journal, this::result, command -> {
            if (!others.settles(command)) {
                promises.gaveUp(command);
                giveUp(command);
            }
        });
        till = new Till(agenda, plan, (topic, message) -> {
            journal.tell(message.text());
            promises.asked(message);
            payment.write(topic, message);
        });
        vipps.listen(promises);
        vipps.listen(new Webhooks(agenda, plan, journal, payment::write));
        vipps.listen(others);
        plan.all(Part.ForeignPayment.class).forEach(foreign -> {
            var reference = PaymentReference.of(Till.SALE, foreign.attempt());
            vipps.create(reference, 0, plan.terms().amount(), "foreign", Map.of());
        });
    }

    /** How a run ended. */
    record Outcome(Optional<Violation> violation, Journal journal) {}

    static Outcome run(Plan plan) {
        var simulation = new Simulation(plan);
        try {
            simulation.run();
            return new Outcome(Optional.empty(), simulation.journal);
        } catch (Violation broken) {
            simulation.journal.tell("BROKEN: " + broken.getMessage());
            return new Outcome(Optional.of(broken), simulation.journal);
        } catch (RuntimeException thrown) {
            simulation.journal.tell("BROKEN: " + thrown);
            var violation = new Violation("the saga throws " + thrown.getClass().getSimpleName(), thrown.toString());
            violation.initCause(thrown);
            return new Outcome(Optional.of(violation), simulation.journal);
        }
    }

    private void run() {
        till.begin();
        while (agenda.next()) {
            if (agenda.happened() > ENOUGH && payment.database().sale.parked()) {
                return; // A parked sale with a refund under way is looked at until a person comes.
            }
            if (agenda.happened() > ENOUGH) {
                throw new Violation("I5 every sale ends", "it goes on and on");
            }
        }
        promises.atTheEnd(payment);
    }

    @Override
    public void said(Output.Say say) {
        journal.tell("Kvitt says: " + Words.of(say.what()));
        promises.said(say.what(), payment.database().sale);
    }

    @Override
    public void sent(Output.Say say) {
        if (say.what() instanceof PaymentCommand command) {
            commands++;
            var late = plan.mishap(Part.Counted.COMMAND_LATE, commands)
                    .map(Part.Mishap::time)
                    .orElse(Duration.ofMillis(20));
            agenda.in(late, () -> capture.take(command));
        }
        if (say.what() instanceof PaymentEvent event) {
            agenda.in(Duration.ofMillis(20), () -> till.hears(event));
            if (!(event instanceof RequestRefused)) {
                var id = Ids.own(Till.MSN, Till.SALE, "said/" + agenda.now(), say.number());
                payment.write(Topic.PAYMENT_EVENTS, new Message(id, new Input.Said(event), "", agenda.now()));
            }
            if (event instanceof PaymentAuthorized authorized && plan.terms().receipt() == ReceiptWay.BEFORE_CAPTURE) {
                agenda.in(Chance.at(plan.seed(), "receipt", 200, 4000), () -> receipt(authorized));
            }
        }
    }

    private void receipt(PaymentAuthorized authorized) {
        var id = UUID.nameUUIDFromBytes(new byte[] {(byte) authorized.attempt()});
        var message = new Message(id, new Input.ReceiptTold(), "the receipt is posted", agenda.now());
        payment.write(Topic.RECEIPT_EVENTS, message);
    }

    @Override
    public void ask(Output.Ask question) {
        var askedAt = payment.clock();
        agenda.in(Duration.ofMillis(15), () -> {
            var read = door.read(question.reference());
            if (read.answered()) {
                promises.answered(question.reference());
            }
            var shown = plan.switches().answers().captureGuaranteeShown();
            var view = read.account().map(account -> Translated.view(account.payment, shown));
            var news = view.filter(seen -> payment.isNews(question.reference(), seen))
                    .isPresent();
            var observed = new PaymentObserved(
                    Till.MSN, question.reference(), question.number(), view.isPresent(), view.orElse(null), askedAt);
            var id = Ids.own(Till.MSN, Till.SALE, question.reference() + "/" + askedAt, question.number());
            var text = "Vipps shows " + question.reference() + " "
                    + view.map(Words::of).orElse("not at all");
            var message = new Message(id, new Input.Observed(observed), text, agenda.now());
            payment.answered(
                    question, question.always() || news ? Optional.of(message) : Optional.empty(), !read.answered());
        });
    }

    private void giveUp(PaymentCommand command) {
        capture.skip(command.operationId());
    }

    private void result(OperationResult result) {
        var id = Ids.own(Till.MSN, Till.SALE, result.operationId() + "/" + result.outcome(), result.number());
        var text = "result " + result.operationId() + " " + result.outcome();
        payment.write(Topic.PAYMENT_RESULTS, new Message(id, new Input.Done(result), text, agenda.now()));
    }
}
