package dev.kvitt.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The sale that a point of sale is busy with: all that must survive a power cut.
 *
 * @param begun when it began here
 * @param amount what it is about; of a machine what is reserved
 * @param lines what is sold; of a machine empty until something was chosen
 * @param requests oldest first
 * @param heardBefore the last event of the till's feed before this sale; empty for none
 * @param acknowledged the outcome that Kvitt was told we know; empty for none
 * @param closed whether the cashier is through with it
 */
record Sale(
        String saleId,
        Instant begun,
        Money amount,
        List<Line> lines,
        List<Request> requests,
        String heardBefore,
        String acknowledged,
        boolean closed) {

    Sale {
        lines = List.copyOf(lines);
        requests = List.copyOf(requests);
    }

    static Sale begin(String saleId, Instant now, Money amount, List<Line> lines, String heardBefore) {
        return new Sale(saleId, now, amount, lines, List.of(), heardBefore, "", false);
    }

    Sale and(Request request) {
        var more = new ArrayList<>(requests);
        more.add(request);
        return with(more);
    }

    /** The same, knowing what came of the request. */
    Sale but(Request request) {
        return with(requests.stream()
                .map(each -> each.key().equals(request.key()) ? request : each)
                .toList());
    }

    Sale sells(Line line) {
        return new Sale(saleId, begun, amount, List.of(line), requests, heardBefore, acknowledged, closed);
    }

    Sale knows(String outcome) {
        return new Sale(saleId, begun, amount, lines, requests, heardBefore, outcome, closed);
    }

    Sale close() {
        return new Sale(saleId, begun, amount, lines, requests, heardBefore, acknowledged, true);
    }

    private Sale with(List<Request> changed) {
        return new Sale(saleId, begun, amount, lines, changed, heardBefore, acknowledged, closed);
    }
}
