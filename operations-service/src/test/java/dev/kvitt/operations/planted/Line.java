package dev.kvitt.operations.planted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A payment as one side tells it; written as one line, fields parted by tabs: msn, reference, sale, currency, authorized, captured,
 * cancelled, refunded, confirmed or {@code -}, receipt owed, authorized at or {@code -}, created at, last at, looked at or {@code -}, flags
 * of the look ({@code present}, {@code ours}), movements {@code C|R;psp;amount;time}, what was asked for the sale (as much as is authorized), what its other
 * attempts keep, whether a command or an event of ours names it, and when the latest capture and refund happened or {@code -}.
 */
final class Line {
    final String msn;
    final String reference;
    final String sale;
    String currency;
    long authorized;
    long captured;
    long cancelled;
    long refunded;
    Long confirmed;
    /** Captured and not given back by the other attempts of the sale. */
    long keptElsewhere;

    boolean receiptOwed;
    boolean named = true;
    boolean present = true;
    boolean ours = true;
    Instant authorizedAt;
    Instant created;
    Instant last;
    Instant lookedAt;
    Instant capturedAt;
    Instant refundedAt;
    final List<String[]> moves = new ArrayList<>();

    Line(String msn, String reference, String currency, Instant created) {
        this.msn = msn;
        this.reference = reference;
        this.sale = reference.substring(0, reference.lastIndexOf('-'));
        this.currency = currency;
        this.created = created;
        this.last = created;
    }

    Line copy() {
        Line copy = new Line(msn, reference, currency, created);
        copy.authorized = authorized;
        copy.captured = captured;
        copy.cancelled = cancelled;
        copy.refunded = refunded;
        copy.confirmed = confirmed;
        copy.keptElsewhere = keptElsewhere;
        copy.receiptOwed = receiptOwed;
        copy.named = named;
        copy.authorizedAt = authorizedAt;
        copy.last = last;
        copy.capturedAt = capturedAt;
        copy.refundedAt = refundedAt;
        moves.forEach(move -> copy.moves.add(move.clone()));
        return copy;
    }

    void move(String way, String psp, long amount, Instant at) {
        moves.add(new String[] {way, psp, Long.toString(amount), at.toString()});
        if (way.equals("C")) {
            captured += amount;
            capturedAt = capturedAt == null || at.isAfter(capturedAt) ? at : capturedAt;
        } else {
            refunded += amount;
            refundedAt = refundedAt == null || at.isAfter(refundedAt) ? at : refundedAt;
        }
        last = at.isAfter(last) ? at : last;
    }

    String psp(String way) {
        return moves.stream().filter(move -> move[0].equals(way)).findFirst().orElseThrow()[1];
    }

    /** Takes the first movement of a kind away, and out of the sum. */
    void forget(String way) {
        String[] gone =
                moves.stream().filter(move -> move[0].equals(way)).findFirst().orElseThrow();
        moves.remove(gone);
        change(way, -Long.parseLong(gone[2]));
    }

    /** Makes the first movement of a kind another amount. */
    void more(String way, long amount) {
        String[] changed =
                moves.stream().filter(move -> move[0].equals(way)).findFirst().orElseThrow();
        changed[2] = Long.toString(Long.parseLong(changed[2]) + amount);
        change(way, amount);
    }

    private void change(String way, long amount) {
        if (way.equals("C")) {
            captured += amount;
        } else {
            refunded += amount;
        }
    }

    String text() {
        List<String> told = moves.stream().map(move -> String.join(";", move)).toList();
        return String.join(
                "\t",
                msn,
                reference,
                sale,
                currency,
                "" + authorized,
                "" + captured,
                "" + cancelled,
                "" + refunded,
                confirmed == null ? "-" : "" + confirmed,
                "" + receiptOwed,
                authorizedAt == null ? "-" : "" + authorizedAt,
                "" + created,
                "" + last,
                lookedAt == null ? "-" : "" + lookedAt,
                "" + present,
                "" + ours,
                String.join(",", told),
                "" + authorized,
                "" + keptElsewhere,
                "" + named,
                capturedAt == null ? "-" : "" + capturedAt,
                refundedAt == null ? "-" : "" + refundedAt);
    }
}
