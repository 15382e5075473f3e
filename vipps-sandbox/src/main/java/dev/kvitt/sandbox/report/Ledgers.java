package dev.kvitt.sandbox.report;

import dev.kvitt.sandbox.domain.Agenda;
import dev.kvitt.sandbox.domain.Bookkeeper;
import dev.kvitt.sandbox.domain.Ids;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.PaymentEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All ledgers, and the only door to them. Safe for many threads, as merchants' state is. */
@ApplicationScoped
@Startup(StateLog.BEFORE_READING)
public class Ledgers implements Bookkeeper {

    private final Map<String, Ledger> byId = new LinkedHashMap<>();
    private final StateLog state;
    private final SandboxClock clock;
    private final Ids ids;
    private final Agenda agenda;
    private final LedgerBook book;
    private final Closing closing;
    private final EntriesOfEvents entries;
    private final Shelf<String, Terms> terms;
    private final Shelf<String, MadeUp> madeUp;
    private final Shelf<UUID, Waiting> waiting;

    public Ledgers(SandboxConfig config, StateLog state, SandboxClock clock, Ids ids, Agenda agenda, Twists twists) {
        this.state = state;
        this.clock = clock;
        this.ids = ids;
        this.agenda = agenda;
        this.book = new LedgerBook(state, config.ledgerRowsLimit());
        this.closing = new Closing(book, ids);
        this.entries = new EntriesOfEvents(twists);
        this.terms = state.shelf(ShelfName.of("ledger-terms"), String.class, Terms.class);
        this.madeUp = state.shelf(ShelfName.of("ledger-made-up"), String.class, MadeUp.class);
        this.waiting = state.packedShelf(ShelfName.of("ledger-waiting"), UUID.class, Waiting.class);
        config.merchants().forEach(each -> {
            Ledger ledger = new Ledger(
                    new Msn(each.msn()),
                    each.market(),
                    config.rules().switches().report());
            byId.put(ledger.id(), ledger);
        });
        watch();
    }

    /** Time is told what is due, also by what was saved. */
    private void watch() {
        book.watch((id, before, after) -> after.flatMap(LedgerHead::closes)
                .filter(date -> !before.flatMap(LedgerHead::closes).equals(Optional.of(date)))
                .ifPresent(date -> find(id).ifPresent(ledger -> whenEnds(ledger, date))));
        terms.watch((id, before, after) ->
                find(id).ifPresent(ledger -> book.head(id).closes().ifPresent(date -> whenEnds(ledger, date))));
        waiting.watch((key, before, after) -> after.ifPresent(one -> whenDue(one.due(), () -> bookWaiting(key))));
        madeUp.watch((id, before, after) -> after.ifPresent(plan -> find(id).ifPresent(ledger -> ledger.begin(plan))));
    }

    public List<Ledger> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Ledger> find(String ledgerId) {
        return Optional.ofNullable(byId.get(ledgerId));
    }

    public Terms terms(Ledger ledger) {
        return terms.get(ledger.id()).orElseGet(() -> Terms.usual(ledger.home()));
    }

    public Side side(Ledger ledger, Topic topic) {
        return book.head(ledger.id()).side(topic);
    }

    /** Those that are this sales unit's own, or settle for it. */
    public List<Ledger> seenBy(Msn msn) {
        return all().stream()
                .filter(ledger ->
                        ledger.home().equals(msn) || terms(ledger).msns().contains(msn))
                .toList();
    }

    /** @param from number of the first row */
    public Page feed(Ledger ledger, Topic topic, long from, int limit) {
        return new LedgerReader(ledger, topic, book).feed(from, limit);
    }

    /** @param from number of the first row; 0 = the date's first */
    public DatePage on(Ledger ledger, Topic topic, LocalDate date, long from, int limit) {
        LedgerReader reader = new LedgerReader(ledger, topic, book);
        // Before the rows are read, and while nobody is adding any: none may be missing on a date that is called
        // closed.
        boolean closed = state.together(() -> reader.isClosed(date, ledger.dates(terms(ledger)), clock.now()));
        return new DatePage(reader.on(date, from, limit), closed);
    }

    /** Sales units that it settles for from now on are no other ledger's any more. */
    public Terms change(Ledger ledger, UnaryOperator<Terms> next) {
        return state.together(() -> {
            closing.closeEnded(ledger, terms(ledger), clock.now());
            Terms after = next.apply(terms(ledger));
            all().stream()
                    .filter(other -> !other.equals(ledger))
                    .filter(other -> terms(other).msns().stream().anyMatch(after.msns()::contains))
                    .forEach(other -> terms.put(other.id(), terms(other).without(after.msns())));
            terms.put(ledger.id(), after);
            return after;
        });
    }

    /** Books something now. */
    public void book(Ledger ledger, List<Entry> wanted) {
        state.together(() -> {
            Terms agreed = terms(ledger);
            Instant now = clock.now();
            closing.closeEnded(ledger, agreed, now);
            LedgerHead head = book.head(ledger.id());
            LocalDate today = ledger.dates(agreed).at(now);
            LocalDate date = head.openFrom().filter(open -> open.isAfter(today)).orElse(today);
            book.put(ledger.id(), head.at(date));
            wanted.forEach(entry -> book.append(ledger.id(), entry, date));
            return null;
        });
    }

    /**
     * Lets the ledger begin with made-up rows that end yesterday.
     *
     * @param events captures and refunds, 1 to {@value MadeUp#MOST_EVENTS}
     * @param days over which they are spread
     * @return false = the ledger has rows already, and made-up ones come before all others
     */
    public boolean makeUp(Ledger ledger, long seed, int events, int days) {
        Terms agreed = terms(ledger);
        LocalDate today = ledger.dates(agreed).at(clock.now());
        MadeUp plan = new MadeUp(seed, events, days, today.minusDays(days), agreed);
        // Counted before others have to wait.
        MadeUpRows rows = ledger.rowsOf(plan);
        return state.together(() -> {
            boolean free = book.head(ledger.id()).isEmpty();
            if (free) {
                ledger.prepare(plan, rows);
                madeUp.put(ledger.id(), plan);
                book.put(
                        ledger.id(),
                        new LedgerHead(
                                begun(rows.count(Topic.FUNDS)),
                                begun(rows.count(Topic.FEES)),
                                rows.payouts(),
                                Optional.of(today),
                                Optional.empty()));
            }
            return free;
        });
    }

    private static Side begun(long madeUpRows) {
        return new Side(madeUpRows, madeUpRows, 0);
    }

    @Override
    public void happened(Msn msn, PaymentEvent event) {
        settling(msn).ifPresent(ledger -> {
            Terms agreed = terms(ledger);
            entries.of(event, agreed)
                    .filter(booked -> !booked.entries().isEmpty())
                    .ifPresent(booked -> {
                        var wait = agreed.delay().plus(booked.later());
                        if (wait.isZero()) {
                            book(ledger, booked.entries());
                        } else {
                            Waiting later = new Waiting(ledger.id(), clock.now().plus(wait), booked.entries());
                            waiting.put(ids.uuid(), later);
                        }
                    });
        });
    }

    private Optional<Ledger> settling(Msn msn) {
        return byId.values().stream()
                .filter(ledger -> terms(ledger).msns().contains(msn))
                .findFirst();
    }

    private void whenEnds(Ledger ledger, LocalDate date) {
        whenDue(
                ledger.dates(terms(ledger)).end(date),
                () -> state.together(() -> {
                    closing.closeEnded(ledger, terms(ledger), clock.now());
                    return null;
                }));
    }

    private void whenDue(Instant at, Runnable work) {
        agenda.add(at, () -> {
            try {
                work.run();
            } catch (RuntimeException notWritten) {
                // Once the disk has room again it must happen all the same.
                whenDue(at, work);
                throw notWritten;
            }
        });
    }

    private void bookWaiting(UUID key) {
        state.together(() -> {
            waiting.remove(key).ifPresent(one -> find(one.ledgerId()).ifPresent(ledger -> book(ledger, one.entries())));
            return null;
        });
    }
}
