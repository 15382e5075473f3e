package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.EventData;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the saga answers in a story, and what is expected of it. */
abstract class Heard {

    private final Saga saga = new Saga(Timing.DEFAULT);
    private final List<Output> outputs = new ArrayList<>();
    private final List<EventData> said = new ArrayList<>();
    private Sale sale = Sale.NEW;
    private Instant now = Sales.START;
    private int questions;
    private Input lastInput;

    abstract Story self();

    Story input(Input input) {
        lastInput = input;
        var decision = saga.decide(sale, input, now);
        sale = decision.sale();
        outputs.addAll(decision.outputs());
        decision.outputs().stream()
                .filter(Output.Say.class::isInstance)
                .map(output -> ((Output.Say) output).what())
                .forEach(said::add);
        return self();
    }

    Story later(Duration time) {
        now = now.plus(time);
        return self();
    }

    /** Exactly these since the last expectation, in this order. */
    Story expect(Class<?>... types) {
        assertThat(said).extracting(Object::getClass).isEqualTo(List.of(types));
        said.clear();
        return self();
    }

    Story expectNothing() {
        return expect();
    }

    Story expectRefused(String code) {
        expect(RequestRefused.class);
        assertThat(last(RequestRefused.class).refusal().code()).isEqualTo(code);
        return self();
    }

    Story expectWaiting(String code) {
        expect(PaymentWaiting.class);
        assertThat(last(PaymentWaiting.class).why().code()).isEqualTo(code);
        return self();
    }

    Story expectFailed(String code) {
        expect(PaymentFailed.class);
        assertThat(last(PaymentFailed.class).refusal().code()).isEqualTo(code);
        return self();
    }

    Story expectEnded(PaymentEnded.How how) {
        expect(PaymentEnded.class);
        assertThat(last(PaymentEnded.class).how()).isEqualTo(how);
        return self();
    }

    /** Everything is given back, and that is the last word. */
    Story expectReleased(String reason) {
        expect(PaymentReleased.class);
        assertThat(last(PaymentReleased.class).reason()).isEqualTo(reason);
        assertThat(last(PaymentReleased.class).done()).isTrue();
        return self();
    }

    Story expectTimer(Timer timer, Instant due) {
        assertThat(outputs).contains(new Output.SetTimer(timer, due));
        return self();
    }

    /** The latest word about a timer, whatever was said before. */
    Story expectLastTimer(Timer timer, Instant due) {
        assertThat(outputs.reversed().stream()
                        .filter(Output.SetTimer.class::isInstance)
                        .map(Output.SetTimer.class::cast)
                        .filter(set -> set.timer() == timer)
                        .findFirst())
                .contains(new Output.SetTimer(timer, due));
        return self();
    }

    /** Vipps was asked once since the last time this was expected. */
    Story expectAsked() {
        assertThat(asked()).isEqualTo(questions + 1);
        questions = asked();
        return self();
    }

    Story expectNotAsked() {
        assertThat(asked()).isEqualTo(questions);
        return self();
    }

    private int asked() {
        return (int) outputs.stream().filter(Output.Ask.class::isInstance).count();
    }

    <T extends EventData> T last(Class<T> type) {
        return everythingSaid().reversed().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("never said: " + type.getSimpleName()));
    }

    List<EventData> everythingSaid() {
        return outputs.stream()
                .filter(Output.Say.class::isInstance)
                .map(output -> ((Output.Say) output).what())
                .toList();
    }

    List<Long> numbersSaid() {
        return outputs.stream()
                .filter(Output.Say.class::isInstance)
                .map(output -> ((Output.Say) output).number())
                .toList();
    }

    List<Output> outputs() {
        return List.copyOf(outputs);
    }

    Input lastInput() {
        return lastInput;
    }

    Sale sale() {
        return sale;
    }

    Instant now() {
        return now;
    }
}
