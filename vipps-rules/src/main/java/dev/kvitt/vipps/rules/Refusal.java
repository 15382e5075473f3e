package dev.kvitt.vipps.rules;

import java.util.List;
import java.util.Optional;

/** Why a request is not done. The payment is unchanged. */
public sealed interface Refusal {

    /** HTTP status of the answer. */
    int status();

    /** What clients branch on; empty where an answer has none. */
    default Optional<ErrorCode> errorCode() {
        return this instanceof Coded coded ? Optional.of(coded.code()) : Optional.empty();
    }

    /** A rule of the API says no. */
    record Coded(ErrorCode code, String detail) implements Refusal {
        public static Coded of(ErrorCode code) {
            return new Coded(code, code.title());
        }

        @Override
        public int status() {
            return code.status();
        }
    }

    /** The request itself is malformed: answered without an error code. */
    record Malformed(List<FieldProblem> problems) implements Refusal {
        private static final int BAD_REQUEST = 400;

        public Malformed {
            problems = List.copyOf(problems);
        }

        public static Malformed of(String name, String reason) {
            return new Malformed(List.of(new FieldProblem(name, reason)));
        }

        @Override
        public int status() {
            return BAD_REQUEST;
        }
    }

    /** The customer, or time, can do nothing to a payment in this state. Not an answer of the merchant's API. */
    record TooLate(PaymentState state) implements Refusal {
        private static final int CONFLICT = 409;

        @Override
        public int status() {
            return CONFLICT;
        }
    }
}
