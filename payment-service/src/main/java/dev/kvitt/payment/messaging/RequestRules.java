package dev.kvitt.payment.messaging;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PointOfSaleEvent;
import java.util.Objects;
import java.util.Optional;

/** What a request of a point of sale must hold to be understood at all, as the JSON Schemas say. */
final class RequestRules {

    private static final int MAX_REQUEST_ID = 64;
    private static final int MAX_LINES = 500;

    private RequestRules() {}

    /** What is wrong, for the one who sent it; empty when nothing is. */
    static Optional<String> check(PointOfSaleEvent request) {
        if (request.requestId() == null
                || request.requestId().isBlank()
                || request.requestId().length() > MAX_REQUEST_ID) {
            return Optional.of("requestId must be 1 to " + MAX_REQUEST_ID + " characters");
        }
        if (request instanceof AmountConfirmed confirmed) {
            if (confirmed.amount() == null) {
                return Optional.of("amount is missing");
            }
            if (confirmed.lines().size() > MAX_LINES) {
                return Optional.of("more than " + MAX_LINES + " lines");
            }
            if (!confirmed.lines().stream().allMatch(RequestRules::complete)) {
                return Optional.of(
                        "every line needs id, name, total, totalExcludingTax, tax and a taxRate of 0 to 10000");
            }
        }
        return Optional.empty();
    }

    private static boolean complete(OrderLine line) {
        return Objects.nonNull(line.id())
                && Objects.nonNull(line.name())
                && Objects.nonNull(line.total())
                && Objects.nonNull(line.totalExcludingTax())
                && Objects.nonNull(line.tax())
                && line.taxRate() >= 0
                && line.taxRate() <= 10_000;
    }
}
