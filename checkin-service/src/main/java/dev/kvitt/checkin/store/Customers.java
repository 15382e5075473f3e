package dev.kvitt.checkin.store;

import dev.kvitt.checkin.store.CustomerRows.Row;
import dev.kvitt.messaging.store.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Numbers that customers agreed to have kept, and nothing else about them. Read from the database each time, so whatever is erased
 * is erased for everybody at once.
 */
public final class Customers {

    private static final Logger LOG = Logger.getLogger(Customers.class);

    /** How many are erased in one transaction by their age. */
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final CustomerSeal seal;
    private final Duration keepFor;
    private final InstantSource clock;

    public Customers(Transactions transactions, CustomerSeal seal, Duration keepFor, InstantSource clock) {
        if (!keepFor.isPositive()) {
            throw new IllegalArgumentException(
                    "kvitt.customers.keep-for is " + keepFor + "; numbers have to be kept for longer than that");
        }
        this.transactions = transactions;
        this.seal = seal;
        this.keepFor = keepFor;
        this.clock = clock;
    }

    /** @param until when the number is erased, should it not be used before */
    public record Kept(String customerId, Instant until) {}

    /**
     * Writes down what a customer agreed to, before anybody asks for their number.
     *
     * @return false when this sale is known already
     */
    public boolean agreed(Connection connection, String saleKey, String merchant, String purpose, Instant at)
            throws SQLException {
        return ConsentRows.insert(connection, saleKey, merchant, purpose, at);
    }

    /**
     * Keeps a number, or goes on keeping it: one customer for a number and a merchant.
     *
     * @param number digits, country code first
     * @return empty when whoever was remembered with this very sale has been erased since, and when they agreed before their
     *     number, or the id they would get, was erased; where the id was, the number is from then on, whichever sale it is told with
     */
    public Optional<Kept> remember(Connection connection, String merchant, String saleKey, String number)
            throws SQLException {
        var now = clock.instant();
        var hash = seal.hash(merchant, number);
        var id = seal.idOf(merchant, saleKey);
        CustomerRows.lock(connection, hash);
        // Who is being erased in this moment is waited for here, so the look at the tombstones comes after it.
        var known = CustomerRows.findByHash(connection, merchant, hash);
        var erasedById = Tombstones.ofNumberById(connection, merchant, saleKey, hash, id);
        if (erasedById.isPresent() && known.isPresent()) {
            eraseAsBefore(connection, known.get(), erasedById.get(), now);
        }
        if (Tombstones.cover(connection, merchant, saleKey, hash, id)) {
            return Optional.empty();
        }
        if (known.isPresent() && known.get().isKept(now)) {
            return Optional.of(goOn(connection, known.get().customerId(), saleKey, now));
        }
        if (known.isPresent()) {
            CustomerRows.erase(connection, known.get().customerId(), now, Erased.Why.UNUSED);
        }
        var until = now.plus(keepFor);
        if (CustomerRows.insert(connection, id, merchant, hash, seal.seal(id, number), now, until)) {
            if (Tombstones.cover(connection, merchant, saleKey, hash, id)) {
                // Another sale remembered the number after the look above, and it was erased again.
                CustomerRows.erase(connection, id, now, Erased.Why.ASKED);
                return Optional.empty();
            }
            ConsentRows.of(connection, saleKey, id);
            return Optional.of(new Kept(id, until));
        }
        // Remembered by another sale in this moment, or with this sale before.
        var other = CustomerRows.findByHash(connection, merchant, hash);
        return other.isPresent()
                ? Optional.of(goOn(connection, other.get().customerId(), saleKey, now))
                : Optional.empty();
    }

    /** It was remembered with another sale only because this one, which tells whose the number is, was read later. */
    private static void eraseAsBefore(Connection connection, Row known, Instant erasedAt, Instant now)
            throws SQLException {
        if (!ConsentRows.since(connection, known.customerId(), erasedAt)) {
            CustomerRows.erase(connection, known.customerId(), now, Erased.Why.ASKED);
            LOG.infof(
                    "AUDIT customer %s of merchant %s erased: the number was erased under another id before",
                    known.customerId(), known.merchant());
        }
    }

    private Kept goOn(Connection connection, String id, String saleKey, Instant now) throws SQLException {
        var until = now.plus(keepFor);
        CustomerRows.keepUntil(connection, id, now, until);
        ConsentRows.of(connection, saleKey, id);
        return new Kept(id, until);
    }

    /**
     * For a request that is about to be sent; noted as a use.
     *
     * @return empty for a customer whom this merchant does not have, or has no more
     */
    public Optional<String> numberFor(String merchant, String customerId, String saleKey) {
        return transactions.run(connection -> {
            var now = clock.instant();
            var row = CustomerRows.find(connection, merchant, customerId).filter(known -> known.isKept(now));
            if (row.isEmpty()) {
                return Optional.empty();
            }
            ConsentRows.used(connection, customerId, saleKey, now);
            CustomerRows.keepUntil(connection, customerId, now, now.plus(keepFor));
            return row.flatMap(this::number);
        });
    }

    /** Empty for a customer whom this merchant never had. */
    public Optional<CustomerExport> export(String merchant, String customerId) {
        return transactions.run(connection -> {
            var row = CustomerRows.find(connection, merchant, customerId);
            return row.isEmpty() ? Optional.empty() : Optional.of(export(connection, row.get()));
        });
    }

    /** Empty for a number that is not kept for this merchant. */
    public Optional<CustomerExport> exportByNumber(String merchant, String number) {
        return transactions.run(connection -> {
            var row = CustomerRows.findByHash(connection, merchant, seal.hash(merchant, number));
            return row.isEmpty() ? Optional.empty() : Optional.of(export(connection, row.get()));
        });
    }

    private CustomerExport export(Connection connection, Row row) throws SQLException {
        return new CustomerExport(
                row.customerId(),
                row.merchant(),
                number(row).orElse(null),
                row.createdAt(),
                row.lastUsedAt(),
                row.keepUntil(),
                row.erasedAt().orElse(null),
                ConsentRows.all(connection, row.customerId()),
                ConsentRows.uses(connection, row.customerId()));
    }

    private Optional<String> number(Row row) {
        return row.sealed().map(kept -> seal.open(row.customerId(), kept));
    }

    /**
     * Destroys a customer's key, and with it the number. Once more does nothing. What was agreed to before brings neither back;
     * nor an id that a restored database does not know yet.
     *
     * @return empty for a customer whom this merchant never had
     */
    public Optional<Erased> erase(String merchant, String customerId) {
        return transactions.run(connection -> {
            var row = CustomerRows.find(connection, merchant, customerId);
            var now = clock.instant();
            if (row.isEmpty()) {
                if (CustomerSeal.isId(customerId)) {
                    Tombstones.ofId(connection, merchant, customerId, now);
                }
                return Optional.empty();
            }
            if (row.get().erasedAt().isEmpty()) {
                Tombstones.ofNumber(connection, customerId, now);
                CustomerRows.erase(connection, customerId, now, Erased.Why.ASKED);
            }
            return Optional.of(new Erased(customerId, row.get().erasedAt().orElse(now)));
        });
    }

    /** Forgets who was erased so long ago that Vipps tells no number any more that they agreed to before. */
    public void forgetErased() {
        transactions.run(connection -> {
            Tombstones.forget(connection, clock.instant());
            return true;
        });
    }

    /** @return how many numbers were erased that nobody had used for too long */
    public int eraseUnused() {
        var all = 0;
        var some = 0;
        do {
            some = transactions.run(connection -> {
                var now = clock.instant();
                var unused = CustomerRows.unused(connection, now, BATCH);
                for (var id : unused) {
                    CustomerRows.erase(connection, id, now, Erased.Why.UNUSED);
                }
                return unused.size();
            });
            all += some;
        } while (some == BATCH);
        return all;
    }
}
