package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import java.util.Optional;

/** What a merchant's write came to; remembered under its key. */
public sealed interface WriteOutcome {

    int CREATED = 201;
    int OK = 200;

    /** HTTP status of the answer. */
    int status();

    /** Of a refusal, if it has one. */
    default Optional<ErrorCode> errorCode() {
        return this instanceof Refused(Refusal refusal) ? refusal.errorCode() : Optional.empty();
    }

    /** A payment exists now. */
    record Created(Reference reference, Optional<String> redirectUrl) implements WriteOutcome {
        @Override
        public int status() {
            return CREATED;
        }
    }

    /** A payment's money has moved. */
    record Modified(Payment after) implements WriteOutcome {
        @Override
        public int status() {
            return OK;
        }
    }

    /** Nothing happened. */
    record Refused(Refusal refusal) implements WriteOutcome {
        static Refused because(ErrorCode code) {
            return new Refused(Refusal.Coded.of(code));
        }

        @Override
        public int status() {
            return refusal.status();
        }
    }
}
