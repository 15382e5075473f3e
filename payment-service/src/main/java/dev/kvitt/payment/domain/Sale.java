package dev.kvitt.payment.domain;

import dev.kvitt.events.SaleContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that is known and all that was done about one sale.
 *
 * @param context absent until somebody opened it: facts and customers may come first
 * @param terms absent with the context
 * @param customer who was presented last; absent until somebody was
 * @param attempts by number; one that we did not ask for has no create
 * @param parked a person has to look first: facts are recorded and nothing is decided but to give money back in time
 * @param confirmationWaits what it is parked with says that the goods are with the customer; never while it is not parked
 * @param released a person ordered to give everything back
 * @param said counts what was said, for ids
 * @param asked counts the questions to Vipps
 */
public record Sale(
        SaleContext context,
        Terms terms,
        Presented customer,
        List<Attempt> attempts,
        Wishes wishes,
        boolean parked,
        boolean confirmationWaits,
        boolean released,
        long said,
        long asked) {

    public static final Sale NEW = new Sale(null, null, null, List.of(), Wishes.NONE, false, false, false, 0, 0);

    /** As many as a reference has room for. */
    static final int MAX_ATTEMPTS = 99;

    public Sale {
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
        wishes = wishes == null ? Wishes.NONE : wishes;
    }

    Sale opened(SaleContext where, Terms what) {
        return new Sale(where, what, customer, attempts, wishes, parked, confirmationWaits, released, said, asked);
    }

    Sale customer(Presented who) {
        return new Sale(context, terms, who, attempts, wishes, parked, confirmationWaits, released, said, asked);
    }

    Sale with(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.removeIf(other -> other.n() == attempt.n());
        all.add(attempt);
        all.sort(Comparator.comparingInt(Attempt::n));
        return new Sale(context, terms, customer, all, wishes, parked, confirmationWaits, released, said, asked);
    }

    Sale wishes(Wishes value) {
        return new Sale(context, terms, customer, attempts, value, parked, confirmationWaits, released, said, asked);
    }

    Sale parked(boolean value) {
        return new Sale(
                context, terms, customer, attempts, wishes, value, value && confirmationWaits, released, said, asked);
    }

    Sale withConfirmationWaiting() {
        return new Sale(context, terms, customer, attempts, wishes, parked, true, released, said, asked);
    }

    Sale releasedByPerson() {
        return new Sale(context, terms, customer, attempts, wishes, parked, confirmationWaits, true, said, asked);
    }

    /** Before anything is said, so that every saying has a number of its own. */
    public Sale saidOneMore() {
        return new Sale(
                context, terms, customer, attempts, wishes, parked, confirmationWaits, released, said + 1, asked);
    }

    Sale askedOnceMore() {
        return new Sale(
                context, terms, customer, attempts, wishes, parked, confirmationWaits, released, said, asked + 1);
    }

    /** An attempt, empty if nothing is known of it. */
    public Attempt attempt(int n) {
        return known(n).orElseGet(() -> Attempt.number(n));
    }

    Optional<Attempt> known(int n) {
        return attempts.stream().filter(attempt -> attempt.n() == n).findFirst();
    }

    /** The attempt that would be asked for next; empty when all are used. */
    Optional<Attempt> nextUnasked() {
        var used = attempts.stream()
                .filter(attempt -> attempt.create() != null || attempt.told().done())
                .mapToInt(Attempt::n)
                .max()
                .orElse(0);
        return used == MAX_ATTEMPTS ? Optional.empty() : Optional.of(attempt(used + 1));
    }

    /** The last word was said, at least about one attempt. */
    public boolean hasEnded() {
        return attempts.stream().anyMatch(attempt -> attempt.told().done());
    }

    /** Whoever was asked may still approve, or their money is reserved: by any attempt of ours, also one given up. */
    public boolean holdsMoney() {
        return attempts.stream()
                .filter(attempt -> attempt.create() != null && !attempt.isForeign())
                .map(Attempt::ledger)
                .anyMatch(ledger -> ledger.isWaitingForCustomer()
                        || !ledger.capturable(terms.currency()).isZero());
    }

    /** The latest that we asked for; empty while we asked for none. */
    Optional<Attempt> latest() {
        return attempts.reversed().stream()
                .filter(attempt -> attempt.create() != null)
                .findFirst();
    }

    /**
     * The attempt that decides: the one whose money is reserved or taken, else the latest we asked for. That two hold money
     * must not happen; if it does, one that is being captured counts first, then one that nobody has given up, then the
     * earlier; every other gives its money back.
     */
    public Optional<Attempt> active() {
        return attempts.stream()
                .filter(attempt -> !attempt.isForeign() && attempt.create() != null)
                .filter(attempt -> attempt.ledger().holdsOrTookMoney() && !isLateArrival(attempt))
                .min(Comparator.comparing(Attempt::rank).thenComparing(Attempt::n))
                .or(this::latest);
    }

    /** Refused or ended, and turned up after the next was asked: it takes nothing from the one the customer looks at. */
    private boolean isLateArrival(Attempt attempt) {
        return (attempt.create().rejected() || attempt.toldUnpaid())
                && attempt.capture() == null
                && !attempt.ledger().capturedAnything()
                && latest().filter(later -> later.n() > attempt.n()).isPresent();
    }
}
