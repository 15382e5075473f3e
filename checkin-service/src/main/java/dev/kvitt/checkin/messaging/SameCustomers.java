package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.Scan;
import dev.kvitt.checkin.domain.TillCode;
import dev.kvitt.checkin.store.StateJson;
import dev.kvitt.checkin.vipps.CustomerNumbers;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.task.Task;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds out whether who scans a till's code while another scan is there is the same customer once more. Two tokens do not
 * tell, so Vipps is asked for the numbers behind them; these are compared and forgotten. Where Vipps does not say, two
 * scans are two customers.
 */
@Singleton
public class SameCustomers {

    static final String TASK = "same-customer";

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
     * @param saleKey whose customer decides; absent where it is a scan
     */
    record Other(UUID scan, String saleKey, Sealed token) {}

    /** @param before what stood at the code when the scan came */
    void ask(PrintedCode code, Scan scan, TillCode before, Effects effects) {
        var others = Stream.concat(
                        before
                                .deciding()
                                .map(basket -> new Other(null, basket.sale().key(), basket.token()))
                                .stream(),
                        before.scans().stream()
                                .filter(other -> other.isFresh(effects.now(), limits))
                                .filter(other -> !other.checkInId().equals(scan.checkInId()))
                                .map(other -> new Other(other.checkInId(), null, other.token())))
                .filter(other -> other.token() != null)
                .limit(MOST)
                .toList();
        if (wanted && !others.isEmpty()) {
            effects.task(TASK, StateJson.write(new Question(code, scan.token(), others)), effects.now());
        }
    }

    /** @return the one who is the same customer */
    Optional<Other> same(Task task) {
        var question = StateJson.read(task.body(), Question.class);
        var msn = question.code().msn();
        var number = numbers.ofToken(msn, question.token());
        if (!(number instanceof CustomerNumbers.Found.Msisdn)) {
            return Optional.empty();
        }
        return question.others().stream()
                .filter(other -> numbers.ofToken(msn, other.token()).equals(number))
                .findFirst();
    }
}
