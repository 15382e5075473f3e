package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.domain.Basket;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.OpenSession;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.Scan;
import dev.kvitt.checkin.domain.TillCode;
import dev.kvitt.checkin.store.StateJson;
import dev.kvitt.checkin.vipps.CustomerNumbers;
import dev.kvitt.checkin.vipps.CustomerNumbers.Found;
import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.task.Task;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out whether who scans a code while another scan is there is the same customer once more. Two tokens do not
 * tell, so Vipps is asked for the numbers behind them, again while it does not answer and the scan is fresh; these are compared
 * and forgotten. Where Vipps does not say, two scans are two customers.
 */
@Singleton
public class SameCustomers {

    static final String TASK = "same-customer";

    /** How soon Vipps is asked again where it did not answer. */
    static final Duration AGAIN = Duration.ofSeconds(2);

    /** More than a few at one code means that nobody serves them, and calls cost. */
    static final int MOST = 3;

    private final CustomerNumbers numbers;
    private final Limits limits;
    private final boolean wanted;

    SameCustomers(CustomerNumbers numbers, Limits limits, CheckinConfig config) {
        this.numbers = numbers;
        this.limits = limits;
        this.wanted = config.checkin().compareScans();
    }

    /** A question as it stands in its task. */
    record Question(PrintedCode code, Sealed token, List<Other> others) {}

    /**
     * Who may be the same.
     *
     * @param scan that waits; absent where it is a sale's customer
     * @param saleKey whose customer is known; absent where it is a scan
     */
    record Other(UUID scan, String saleKey, Sealed token) {}

    /** @param before what stood at the code when the scan came */
    void ask(PrintedCode code, Scan scan, TillCode before, Effects effects) {
        var others = Stream.of(
                        before.deciding().stream().map(SameCustomers::customerOf),
                        before.scans().stream()
                                .filter(other -> other.isFresh(effects.now(), limits))
                                .filter(other -> !other.checkInId().equals(scan.checkInId()))
                                .map(other -> new Other(other.checkInId(), null, other.token())),
                        before.refused().map(SameCustomers::customerOf))
                .flatMap(Function.identity())
                .filter(other -> other.token() != null)
                .limit(MOST)
                .toList();
        if (wanted && !others.isEmpty()) {
            effects.task(TASK, StateJson.write(new Question(code, scan.token(), others)), effects.now());
        }
    }

    private static Other customerOf(Basket basket) {
        return new Other(null, basket.sale().key(), basket.token());
    }

    /** @param session of the machine's code that the scan waits for */
    void ask(PrintedCode code, CheckedIn scan, OpenSession session, Effects effects) {
        if (wanted) {
            var other = new Other(null, session.saleKey(), session.token());
            var question = new Question(code, scan.customerToken(), List.of(other));
            effects.task(TASK, StateJson.write(question), effects.now());
        }
    }

    /** What is known of a question. */
    sealed interface Compared {
        /** These are one customer. */
        record Same(PrintedCode code, Other other) implements Compared {}

        /** They are two, or nobody can tell. */
        record Different() implements Compared {}

        /** Vipps did not answer; asking again may help. */
        record NotNow() implements Compared {}
    }

    Compared compare(Task task) {
        var question = StateJson.read(task.body(), Question.class);
        return switch (numbers.ofToken(question.code().msn(), question.token())) {
            case Found.Msisdn number -> among(question, number);
            case Found.Nobody _ -> new Compared.Different();
            case Found.NotNow _ -> new Compared.NotNow();
        };
    }

    private Compared among(Question question, Found number) {
        Compared otherwise = new Compared.Different();
        for (var other : question.others()) {
            var found = numbers.ofToken(question.code().msn(), other.token());
            if (found.equals(number)) {
                return new Compared.Same(question.code(), other);
            }
            if (found instanceof Found.NotNow) {
                otherwise = new Compared.NotNow();
            }
        }
        return otherwise;
    }
}
