package dev.kvitt.payment.simulation;

import dev.kvitt.events.PaymentReference;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Output;
import dev.kvitt.payment.domain.Saga;
import dev.kvitt.payment.domain.Timer;
import dev.kvitt.payment.domain.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** payment-service around the saga: topics, one transaction an input, timers, outbox, questions, and what befalls it. */
final class PaymentService {

    /** Whom it speaks to. */
    interface World {
        void said(Output.Say say);

        void sent(Output.Say say);

        void ask(Output.Ask question);
    }

    private final Agenda agenda;
    private final Plan plan;
    private final Journal journal;
    private final Saga saga = new Saga(Timing.DEFAULT);
    private final World world;
    private final Map<Topic, List<Message>> topics = new EnumMap<>(Topic.class);
    private final TreeMap<Instant, Database> history = new TreeMap<>();
    private Database database = new Database();
    private int written;
    private int taken;
    private int era;

    PaymentService(Agenda agenda, Plan plan, Journal journal, World world) {
        this.agenda = agenda;
        this.plan = plan;
        this.journal = journal;
        this.world = world;
        for (var topic : Topic.values()) {
            topics.put(topic, new ArrayList<>());
        }
        history.put(agenda.now(), new Database());
        plan.all(Part.Outage.class)
                .filter(one -> one.what() == Part.Lasting.PAYMENT_SERVICE_RESTORED)
                .forEach(one -> agenda.at(Outages.begin(one), () -> restore(one.time())));
        plan.all(Part.Outage.class).forEach(one -> {
            agenda.at(Outages.begin(one), this::lookAtTheClock);
            agenda.at(Outages.begin(one).plus(one.time()), this::lookAtTheClock);
        });
    }

    Database database() {
        return database;
    }

    /** Every message sale-wide that was ever written, by topic. */
    List<Message> on(Topic topic) {
        return topics.get(topic);
    }

    /** The service's own clock, which may be wrong. */
    Instant clock() {
        var fast = skew(Part.Lasting.PAYMENT_CLOCK_FAST);
        return agenda.now().plus(fast).minus(skew(Part.Lasting.PAYMENT_CLOCK_SLOW));
    }

    private Duration skew(Part.Lasting what) {
        return Outages.now(plan, agenda, what) ? Duration.ofMinutes(4) : Duration.ZERO;
    }

    void write(Topic topic, Message message) {
        topics.get(topic).add(message);
        written++;
        plan.mishap(Part.Counted.MESSAGE_TWICE, written)
                .ifPresent(
                        again -> agenda.in(again.time(), () -> topics.get(topic).add(message)));
        var way = Chance.at(plan.seed(), topic + "/" + topics.get(topic).size(), 5, 60);
        agenda.in(way, this::goOn);
    }

    /** Takes what can be taken now: messages, timers, questions, the outbox. */
    private void goOn() {
        if (isDown()) {
            return;
        }
        while (readOne()) {
            // Until nothing is left.
        }
        fireTimer();
        relay();
    }

    private void lookAtTheClock() {
        database.timers.values().forEach(due -> agenda.in(left(due), this::goOn));
        goOn();
    }

    private boolean isDown() {
        return Outages.now(plan, agenda, Part.Lasting.PAYMENT_SERVICE_DOWN);
    }

    /** From one topic or another: no order exists between them. */
    private boolean readOne() {
        var unread = Arrays.stream(Topic.values())
                .filter(topic -> Outages.until(plan, agenda, topic.lag()).isEmpty())
                .filter(topic -> database.read(topic) < topics.get(topic).size())
                .toList();
        if (unread.isEmpty()) {
            return false;
        }
        var pick = Chance.at(plan.seed(), "read/" + taken++, 0, unread.size());
        var topic = unread.get((int) pick.toMillis());
        var message = topics.get(topic).get(database.read(topic));
        database.read.merge(topic, 1, Integer::sum);
        if (database.applied.add(message.id())) {
            take(message);
        }
        return true;
    }

    private void take(Message message) {
        var passes = message.input() instanceof Input.Fact
                || message.input() instanceof Input.Parked
                || message.input() instanceof Input.Unparked
                || message.input() instanceof Input.ReleaseOrdered;
        if (database.sale.parked() && !passes) {
            hold(message);
            return;
        }
        if (message.input() instanceof Input.Unparked) {
            var held = List.copyOf(database.held);
            database.held.clear();
            held.forEach(waited -> decide(waited.input(), waited.text()));
        }
        decide(message.input(), message.text());
    }

    private void hold(Message message) {
        database.held.add(message);
        if (message.input() instanceof Input.Confirmed) {
            decide(new Input.Parked(Till.CONTEXT, true), "a confirmation waits");
        }
    }

    private void decide(Input input, String text) {
        if (!text.isEmpty()) {
            journal.tell("Kvitt hears: " + text);
        }
        var decision = saga.decide(database.sale, input, clock());
        database.sale = decision.sale();
        for (var output : decision.outputs()) {
            switch (output) {
                case Output.Say say -> {
                    database.outbox.add(say);
                    world.said(say);
                }
                case Output.SetTimer(var timer, var due) -> {
                    database.timers.put(timer, due);
                    agenda.in(left(due), this::goOn);
                }
                case Output.CancelTimer(var timer) -> database.timers.remove(timer);
                case Output.Ask ask -> question(ask);
            }
        }
        store();
        agenda.in(Duration.ofMillis(3), this::goOn);
    }

    private Duration left(Instant due) {
        var left = Duration.between(clock(), due);
        return left.isNegative() ? Duration.ofMillis(1) : left.plusMillis(1);
    }

    private void question(Output.Ask ask) {
        var isOpen = database.questions.stream()
                .anyMatch(open -> open.reference().equals(ask.reference()) && (open.always() || !ask.always()));
        if (!isOpen) {
            database.questions.add(ask);
            var asked = era;
            agenda.in(Duration.ofMillis(10), () -> askAgain(ask, asked));
        }
    }

    private void askAgain(Output.Ask ask, int asked) {
        if (asked == era && database.questions.contains(ask)) {
            world.ask(ask);
        }
    }

    /** Vipps answered, or could not be asked. */
    void answered(Output.Ask ask, Optional<Message> told, boolean again) {
        if (again) {
            var asked = era;
            agenda.in(Duration.ofSeconds(20), () -> askAgain(ask, asked));
        } else {
            database.questions.remove(ask);
            store();
            told.ifPresent(message -> write(Topic.VIPPS_PAYMENTS, message));
        }
    }

    /** One at a time: what follows from it comes first. */
    private void fireTimer() {
        nextDue().ifPresent(timer -> {
            database.timers.remove(timer);
            decide(new Input.TimerFired(timer), "timer " + timer);
        });
    }

    private Optional<Timer> nextDue() {
        return database.timers.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(clock()))
                .filter(entry -> !entry.getKey().afterLog() || isReadUpTo(entry.getValue()))
                .min(Map.Entry.comparingByValue(Comparator.<Instant>naturalOrder()))
                .map(Map.Entry::getKey);
    }

    private boolean isReadUpTo(Instant moment) {
        return topics.entrySet().stream().allMatch(topic -> {
            var next = database.read(topic.getKey());
            return next == topic.getValue().size()
                    || topic.getValue().get(next).writtenAt().isAfter(moment);
        });
    }

    private void relay() {
        var outbox = List.copyOf(database.outbox);
        database.outbox.clear();
        if (!outbox.isEmpty()) {
            store();
        }
        outbox.forEach(world::sent);
    }

    private void store() {
        if (plan.has(Part.Lasting.PAYMENT_SERVICE_RESTORED)) {
            history.put(agenda.now(), database.copy());
        }
    }

    private void restore(Duration back) {
        journal.tell("payment-service's database is set back by " + back);
        database = history.floorEntry(max(agenda.now().minus(back))).getValue().copy();
        era++;
        database.questions.forEach(ask -> {
            var asked = era;
            agenda.in(Duration.ofMillis(10), () -> askAgain(ask, asked));
        });
        agenda.in(Duration.ofMillis(50), this::lookAtTheClock);
    }

    private static Instant max(Instant moment) {
        return moment.isBefore(Agenda.START) ? Agenda.START : moment;
    }

    /** How the ledger of an attempt would stand if the question were answered so. */
    boolean isNews(PaymentReference reference, dev.kvitt.events.PaymentView view) {
        var ledger = database.sale.attempt(reference.attempt().orElseThrow()).ledger();
        return !ledger.equals(ledger.with(view));
    }
}
