package dev.kvitt.payment.simulation;

import dev.kvitt.events.Ids;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.vipps.rules.EventName;
import dev.kvitt.vipps.rules.PaymentEvent;
import java.time.Duration;

/** From Vipps' events to the topic of facts: lost, doubled, late, and in any order. */
final class Webhooks implements Vipps.Listener {

    private final Agenda agenda;
    private final Plan plan;
    private final Journal journal;
    private final Till.Writes topics;
    private int sent;

    Webhooks(Agenda agenda, Plan plan, Journal journal, Till.Writes topics) {
        this.agenda = agenda;
        this.plan = plan;
        this.journal = journal;
        this.topics = topics;
    }

    @Override
    public void happened(Account account, PaymentEvent event) {
        sent++;
        var text = "webhook " + event.name() + " " + event.amount().value() + " of " + event.reference()
                + (event.success() ? "" : " (failed)");
        journal.tell("Vipps: " + event.name() + " " + event.amount().value() + " of " + event.reference()
                + (event.success() ? "" : " (failed)"));
        forge(account);
        if (plan.mishap(Part.Counted.WEBHOOK_LOST, sent).isPresent()) {
            journal.tell(text + " is lost");
            return;
        }
        var what = fact(account, event);
        var id = Ids.webhook(Till.MSN, what.reference(), what.name(), what.pspReference());
        var late = plan.mishap(Part.Counted.WEBHOOK_LATE, sent)
                .map(Part.Mishap::time)
                .orElse(Duration.ZERO);
        var way = Chance.at(plan.seed(), "webhook" + sent, 40, 900).plus(late);
        agenda.in(way, () -> write(id, what, text));
        plan.mishap(Part.Counted.WEBHOOK_TWICE, sent)
                .ifPresent(again -> agenda.in(way.plus(again.time()), () -> write(id, what, text)));
    }

    /** Signed as it should be, by one who has stolen the secret. */
    private void forge(Account account) {
        plan.all(Part.Forgery.class).filter(one -> one.n() == sent).forEach(one -> {
            var reference = new PaymentReference(account.payment.reference().value());
            var asked = plan.terms().amount();
            var amount = new Money(asked.value() * one.percent() / 100, asked.currency());
            var name = one.lie().name();
            var psp = "forged-" + sent + name;
            var text = "forged webhook " + name + " " + amount.value() + " of " + reference;
            var id = Ids.webhook(Till.MSN, reference, name, psp);
            agenda.in(one.after(), () -> {
                var at = agenda.now();
                var lie = new PaymentHappened(Till.MSN, reference, psp, name, amount, at, null, true, null);
                write(id, lie, text);
            });
        });
    }

    private void write(java.util.UUID id, PaymentHappened what, String text) {
        topics.write(Topic.VIPPS_PAYMENTS, new Message(id, new Input.Happened(what), text, agenda.now()));
    }

    private PaymentHappened fact(Account account, PaymentEvent event) {
        var shown = event.name() == EventName.AUTHORIZED
                && plan.switches().answers().captureGuaranteeShown();
        return new PaymentHappened(
                Till.MSN,
                new PaymentReference(event.reference().value()),
                event.pspReference().value(),
                event.name().name(),
                Translated.money(event.amount()),
                event.timestamp(),
                event.idempotencyKey().map(key -> key.value()).orElse(null),
                event.success(),
                shown ? account.payment.captureGuaranteedUntil().orElse(null) : null);
    }
}
