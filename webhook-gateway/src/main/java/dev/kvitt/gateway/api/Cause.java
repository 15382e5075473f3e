package dev.kvitt.gateway.api;

import java.util.Locale;

/** Why a webhook was not taken. */
enum Cause {
    UNKNOWN_TOKEN(Answer.REFUSED, "no registration has this path"),
    MISSING_HEADER(Answer.REFUSED, "a header of the signature is missing"),
    REPEATED_HEADER(Answer.REFUSED, "a header of the signature is there more than once"),
    MALFORMED_AUTHORIZATION(Answer.REFUSED, "the Authorization header has another form than Vipps' own"),
    OTHER_BODY(Answer.REFUSED, "the body is not the one that was signed"),
    OTHER_SIGNATURE(Answer.REFUSED, "the signature is wrong"),
    OLD_DATE(Answer.REFUSED, "x-ms-date is further off than kvitt.gateway.max-skew"),
    OTHER_SALES_UNIT(Answer.REFUSED, "the body names another sales unit than the secret's"),
    NO_STORE(Answer.LATER, "the database could not be asked for the secret"),
    NO_SEALING_KEY(Answer.LATER, "checkin-service gave no key to seal with"),
    NO_BROKER(Answer.LATER, "Kafka did not confirm it"),
    TOO_SLOW(Answer.LATER, "it was not safe in Kafka within kvitt.gateway.answer-timeout");

    private final Answer answer;
    private final String sentence;

    Cause(Answer answer, String sentence) {
        this.answer = answer;
        this.sentence = sentence;
    }

    Answer answer() {
        return answer;
    }

    /** As metrics call it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sentence() {
        return sentence;
    }
}
