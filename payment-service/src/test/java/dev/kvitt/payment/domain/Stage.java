package dev.kvitt.payment.domain;

import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.payment.domain.PaperVipps.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A story that goes on by itself to its end: commands are carried out, questions answered, timers fire when they are due. */
final class Stage {

    private static final int MORE_STEPS_THAN_ANY_SALE_NEEDS = 2000;
    private static final Duration CUSTOMERS_PATIENCE = Duration.ofMinutes(10);

    private final Story story;
    private final PaperVipps vipps;
    private final Map<Timer, Instant> timers = new EnumMap<>(Timer.class);
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Deque<Output.Ask> questions = new ArrayDeque<>();
    private int heard;

    Stage(Story story) {
        this.story = story;
        this.vipps = new PaperVipps(story.sale());
        hear();
    }

    Story story() {
        return story;
    }

    PaperVipps vipps() {
        return vipps;
    }

    /** Notes what the saga has set and asked since, and carries out what it has commanded. */
    Stage hear() {
        for (; heard < story.outputs().size(); heard++) {
            switch (story.outputs().get(heard)) {
                case Output.SetTimer(var timer, var due) -> timers.put(timer, due);
                case Output.CancelTimer(var timer) -> timers.remove(timer);
                case Output.Ask ask -> questions.add(ask);
                case Output.Say(var what, var number) -> {
                    if (what instanceof PaymentCommand command && !isAnswered(command.operationId())) {
                        answers.add(vipps.carryOut(command));
                    }
                }
            }
        }
        return this;
    }

    private boolean isAnswered(OperationId id) {
        var attempt = story.sale().attempt(id.reference().attempt().orElseThrow());
        var operation =
                switch (id.kind()) {
                    case CREATE -> attempt.create();
                    case CAPTURE -> attempt.capture();
                    case CANCEL -> attempt.cancel();
                    case REFUND -> null;
                };
        return operation != null && operation.id().equals(id) && (operation.succeeded() || operation.rejected());
    }

    Optional<Answer> nextAnswer() {
        return Optional.ofNullable(answers.peek());
    }

    void deliver(Answer answer) {
        answers.remove(answer);
        var attempt = answer.id().reference().attempt().orElseThrow();
        var operation = answer.id().value().substring(answer.id().value().indexOf('/') + 1);
        story.aboutAttempt(attempt).result(operation, answer.outcome(), answer.view(), answer.refusal());
    }

    boolean isSet(Timer timer) {
        return timers.containsKey(timer);
    }

    void fire(Timer timer) {
        var due = timers.remove(timer);
        if (due.isAfter(story.now())) {
            story.later(Duration.between(story.now(), due));
        }
        if (story.now().isAfter(Sales.START.plus(CUSTOMERS_PATIENCE))) {
            vipps.expire();
        }
        story.timer(timer);
    }

    /** What money moved, and the last word about it. */
    String end() {
        for (int step = 0; step < MORE_STEPS_THAN_ANY_SALE_NEEDS; step++) {
            hear();
            if (!answers.isEmpty()) {
                deliver(answers.peek());
            } else if (!questions.isEmpty()) {
                answer(questions.poll());
            } else if (story.sale().parked()) {
                story.unparked();
            } else if (!timers.isEmpty()) {
                fire(soonest());
            } else {
                return vipps.money() + " " + lastWord();
            }
        }
        throw new AssertionError("the sale never ends: " + story.sale());
    }

    private void answer(Output.Ask ask) {
        var view = vipps.view(ask.reference().attempt().orElseThrow());
        story.aboutAttempt(ask.reference().attempt().orElseThrow()).observed(view);
    }

    private Timer soonest() {
        return timers.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private String lastWord() {
        return story.everythingSaid().stream()
                .filter(PaymentEvent.class::isInstance)
                .map(PaymentEvent.class::cast)
                .filter(PaymentEvent::done)
                .reduce((earlier, later) -> later)
                .map(word -> word instanceof PaymentEnded ended
                        ? ended.how().toString()
                        : word.getClass().getSimpleName())
                .orElse("nothing");
    }
}
