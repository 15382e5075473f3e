package dev.kvitt.payment.simulation;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.payment.domain.Decision;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Output;
import dev.kvitt.payment.domain.Saga;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.domain.Timer;
import dev.kvitt.payment.domain.Timing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Bugs that software like this tends to have, each planted around the saga: what it hears or says is altered. */
enum PlantedBug implements Decider {
    TIMER_OVERTAKES_THE_LOG {
        @Override
        public boolean waitsForLog(Timer timer) {
            return false;
        }
    },
    UNKNOWN_CAPTURE_IS_RETRIED_WITH_A_NEW_KEY {
        @Override
        public Decision decide(Sale sale, Input input, Instant now) {
            var decision = super.decide(sale, input, now);
            var doubt = Altered.isDoubt(input, OperationId.Kind.CAPTURE);
            var confirmed = decision.sale().wishes().confirmed();
            return doubt && confirmed != null
                    ? Altered.more(
                            decision, Altered.captureAgain(((Input.Done) input).result(), confirmed.amount(), now))
                    : decision;
        }
    },
    RELEASE_BEFORE_CAPTURE {
        @Override
        Stream<Output> say(Output.Say say) {
            return say.what() instanceof CapturePayment capture
                    ? Stream.of(Altered.say(say, Altered.release(capture)), say)
                    : Stream.of(say);
        }
    },
    AGGREGATE_PLUS_EVENT {
        @Override
        Input hear(Sale sale, Input input) {
            return Altered.plusEvents(sale, input);
        }
    },
    LATE_APPROVAL_IS_IGNORED {
        @Override
        Input hear(Sale sale, Input input) {
            return sale.wishes().cancelled() != null && Altered.showsApproval(input) ? Altered.nothing() : input;
        }
    },
    UNKNOWN_CREATE_IS_A_NO {
        @Override
        Input hear(Sale sale, Input input) {
            return Altered.doubtAs(input, OperationId.Kind.CREATE, Outcome.REJECTED);
        }
    },
    UNKNOWN_CAPTURE_IS_A_NO {
        @Override
        Input hear(Sale sale, Input input) {
            return Altered.doubtAs(input, OperationId.Kind.CAPTURE, Outcome.REJECTED);
        }
    },
    FAILED_EVENT_COUNTS {
        @Override
        Input hear(Sale sale, Input input) {
            return Altered.asSuccess(input);
        }
    },
    WHOLE_RESERVATION_IS_CAPTURED {
        @Override
        public Decision decide(Sale sale, Input input, Instant now) {
            return Altered.captureAll(super.decide(sale, input, now));
        }
    },
    REMAINDER_IS_FORGOTTEN {
        @Override
        Stream<Output> say(Output.Say say) {
            return say.what() instanceof CancelPayment cancel && !cancel.onlyIfNotAuthorized()
                    ? Stream.empty()
                    : Stream.of(say);
        }
    },
    NOBODY_POLLS {
        @Override
        boolean wants(Output output) {
            return !(output instanceof Output.Ask(var _, var _, var always) && !always);
        }
    },
    SELECTION_NEVER_ENDS {
        @Override
        boolean wants(Output output) {
            return !(output instanceof Output.SetTimer(var timer, var _) && timer == Timer.SELECTION_OVER);
        }
    },
    REFUSED_RELEASE_IS_NOT_REPEATED {
        @Override
        boolean wants(Output output) {
            return !(output instanceof Output.SetTimer(var timer, var _) && timer == Timer.RELEASE_AGAIN);
        }
    },
    REFUND_IS_ORDERED_TWICE {
        @Override
        Stream<Output> say(Output.Say say) {
            return say.what() instanceof RefundPayment refund
                    ? Stream.of(say, Altered.say(say, Altered.refundAgain(refund)))
                    : Stream.of(say);
        }
    },
    SETTLED_IS_TOLD_WITH_THE_CAPTURE {
        @Override
        Stream<Output> say(Output.Say say) {
            return say.what() instanceof PaymentCaptured captured
                    ? Stream.of(
                            say,
                            Altered.say(
                                    say,
                                    new PaymentSettled(
                                            captured.sale(),
                                            captured.attempt(),
                                            captured.reference(),
                                            captured.aggregate(),
                                            captured.amount(),
                                            captured.lines())))
                    : Stream.of(say);
        }
    },
    NOT_KNOWN_YET_IS_TOLD_AS_CANCELLED {
        @Override
        Stream<Output> say(Output.Say say) {
            var notKnown = say.what() instanceof PaymentWaiting waiting
                    && waiting.why().code().equals("not-known-yet");
            return Stream.of(
                    notKnown
                            ? Altered.say(
                                    say,
                                    new PaymentEnded(
                                            ((PaymentWaiting) say.what()).sale(),
                                            PaymentEnded.How.CANCELLED,
                                            ((PaymentWaiting) say.what()).attempt(),
                                            null,
                                            null))
                            : say);
        }
    },
    REFUSALS_ARE_NOT_TOLD {
        @Override
        Stream<Output> say(Output.Say say) {
            return say.what() instanceof RequestRefused ? Stream.empty() : Stream.of(say);
        }
    };

    private static final Saga SAGA = new Saga(Timing.DEFAULT);

    Input hear(Sale sale, Input input) {
        return input;
    }

    Stream<Output> say(Output.Say say) {
        return Stream.of(say);
    }

    boolean wants(Output output) {
        return true;
    }

    @Override
    public Decision decide(Sale sale, Input input, Instant now) {
        var decision = SAGA.decide(sale, hear(sale, input), now);
        List<Output> outputs = decision.outputs().stream()
                .filter(this::wants)
                .flatMap(output -> output instanceof Output.Say say ? say(say) : Stream.of(output))
                .toList();
        return new Decision(decision.sale(), outputs);
    }

    /** As a person would name it. */
    String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
