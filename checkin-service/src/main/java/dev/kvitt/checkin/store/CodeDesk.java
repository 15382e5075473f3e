package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.CodeBook;
import dev.kvitt.checkin.domain.CodeKind;
import dev.kvitt.checkin.domain.CodeOrder;
import dev.kvitt.checkin.domain.CodeOrder.Placing;
import dev.kvitt.checkin.domain.CodeRefusal;
import dev.kvitt.checkin.domain.CodeRules;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.PlacedCode;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Takes orders about printed codes. Each is safe to repeat, and holds on all replicas when it returns. */
@Singleton
public class CodeDesk {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Registry registry;
    private final StoredCodeBooks books;
    private final Transactions transactions;
    private final Limits limits;
    private final InstantSource clock;

    CodeDesk(Registry registry, StoredCodeBooks books, Transactions transactions, Limits limits, InstantSource clock) {
        this.registry = registry;
        this.books = books;
        this.transactions = transactions;
        this.limits = limits;
        this.clock = clock;
    }

    /** One order, under the lock. Returns whether there is anything to be written. */
    private interface Order {
        Optional<CodeOrder> of(CodeBook book, Connection connection) throws SQLException;
    }

    /**
     * Makes a code, or changes the location of one that was made.
     *
     * @return whether anything has changed
     * @throws CodeRefusal when it cannot be
     */
    public boolean make(PrintedCode code, CodeKind kind, String tillId, String location) {
        CodeRules.form(code, location);
        CodeRules.mayBeMade(registry, code.msn());
        return change((book, connection) -> {
            var till = CodeRules.till(registry, code.msn(), tillId);
            var there = book.find(code);
            if (there.isPresent()) {
                return relocated(there.get(), kind, tillId, location);
            }
            CodeRules.kind(kind, till);
            CodeRules.free(book, code, till.till().id());
            // Under an id that was deleted somebody may still wait at the till it was in.
            nobodyIsAt(code, connection);
            return Optional.of(new CodeOrder(
                    code, kind, tillId, Optional.of(location), Placing.IN_TILL, Optional.empty(), clock.instant()));
        });
    }

    private Optional<CodeOrder> relocated(PlacedCode there, CodeKind kind, String tillId, String location) {
        var code = there.code();
        if (there.kind() != kind || !there.inTill() || !there.tillId().equals(tillId)) {
            throw new CodeRefusal(
                    CodeRefusal.Kind.CONFLICT,
                    "other-code",
                    "There is a code " + code.qrId() + " already, of another kind or in another till. Move it, or take"
                            + " another id.");
        }
        if (there.location().equals(location)) {
            return Optional.empty();
        }
        if (there.ofFile()) {
            throw CodeRules.ofFile(code, "Change its location there, or move it.");
        }
        return Optional.of(order(there, tillId, Optional.of(location), Placing.IN_TILL));
    }

    /**
     * Puts a code into another till. Who is at the code keeps it where it is: a sale has the till it was opened at.
     *
     * @param location empty: stays
     * @return whether anything has changed
     * @throws CodeRefusal when it cannot be
     */
    public boolean move(PrintedCode code, String tillId, Optional<String> location) {
        location.ifPresent(CodeRules::location);
        return change((book, connection) -> {
            var there = CodeRules.known(book, code);
            var till = CodeRules.till(registry, code.msn(), tillId);
            var moves = !there.inTill() || !there.tillId().equals(tillId);
            if (!moves
                    && location.filter(text -> !text.equals(there.location())).isEmpty()) {
                return Optional.empty();
            }
            CodeRules.sameFlow(there, till);
            CodeRules.free(book, code, tillId);
            if (!there.tillId().equals(tillId)) {
                nobodyIsAt(code, connection);
            }
            return Optional.of(order(there, tillId, location.or(() -> kept(there)), Placing.IN_TILL));
        });
    }

    /**
     * Takes a code out of its till; at Vipps it stays, and a scan opens nothing. Also while a sale on its page is undecided of which
     * nothing more is expected: that sale goes on.
     *
     * @return whether anything has changed
     * @throws CodeRefusal when it cannot be
     */
    public boolean takeOut(PrintedCode code) {
        return change((book, connection) -> {
            var there = CodeRules.known(book, code);
            if (!there.inTill()) {
                return Optional.empty();
            }
            nobodyIsExpectedAt(code, connection);
            return Optional.of(order(there, there.tillId(), kept(there), Placing.OUT));
        });
    }

    /**
     * Deletes a code that was made over HTTP. A sale that is under way goes on.
     *
     * @return whether anything has changed
     * @throws CodeRefusal when it cannot be; for a code of the file always
     */
    public boolean delete(PrintedCode code) {
        return change((book, connection) -> {
            if (book.isDeleted(code)) {
                return Optional.empty();
            }
            var there = CodeRules.known(book, code);
            if (there.ofFile()) {
                throw CodeRules.ofFile(
                        code, "Take it out of the file, start the services with that, and delete it then.");
            }
            return Optional.of(order(there, there.tillId(), kept(there), Placing.DELETED));
        });
    }

    private CodeOrder order(PlacedCode there, String tillId, Optional<String> location, Placing placing) {
        return new CodeOrder(there.code(), there.kind(), tillId, location, placing, there.fileTill(), clock.instant());
    }

    /** A location that nobody has changed goes on to be the file's. */
    private Optional<String> kept(PlacedCode there) {
        var ofFile = there.fileTill()
                .flatMap(till -> registry.till(there.code().msn(), till))
                .flatMap(found -> found.till().qr())
                .map(qr -> qr.location());
        return Optional.of(there.location()).filter(text -> !ofFile.equals(Optional.of(text)));
    }

    private void nobodyIsAt(PrintedCode code, Connection connection) throws SQLException {
        var now = clock.instant();
        var use = CodesInUse.find(connection, code, now, limits);
        if (use.isPresent()) {
            throw inUse(code, use.get(), now);
        }
    }

    private void nobodyIsExpectedAt(PrintedCode code, Connection connection) throws SQLException {
        var now = clock.instant();
        var use = CodesInUse.find(connection, code, now, limits);
        if (use.filter(found -> found.isExpectedAt(now)).isPresent()) {
            throw inUse(code, use.get(), now);
        }
    }

    private static CodeRefusal inUse(PrintedCode code, CodesInUse.InUse use, Instant now) {
        if (use.undecided() == null) {
            return new CodeRefusal(
                    CodeRefusal.Kind.CONFLICT,
                    "in-use",
                    "Somebody is at the code " + code.qrId()
                            + ", and a sale keeps the till it was opened at. Nothing was"
                            + " changed. Try again when the sale is over, at " + use.until() + " at the latest.");
        }
        return use.isExpectedAt(now)
                ? new CodeRefusal(
                        CodeRefusal.Kind.CONFLICT,
                        "in-use",
                        "Somebody is asked to pay the sale " + use.undecided() + " at the code " + code.qrId()
                                + ", and a sale keeps the till it was opened at. Nothing was changed. Try again when"
                                + " the sale is over; from " + use.until()
                                + " on the code can at least be taken out of its till.")
                : new CodeRefusal(
                        CodeRefusal.Kind.CONFLICT,
                        "in-use",
                        "It is not known yet what became of the sale " + use.undecided() + " at the code " + code.qrId()
                                + ", and a sale keeps the till it was opened at. Nothing was changed. Take the code"
                                + " out of its till; it can be moved when the sale is over.");
    }

    private boolean change(Order order) {
        try {
            var changed = transactions.run(connection -> {
                CodeOrders.lock(connection);
                var wanted = order.of(books.read(connection), connection);
                if (wanted.isPresent()) {
                    CodeOrders.put(connection, wanted.get());
                }
                return wanted.isPresent();
            });
            books.awaitEverywhere();
            return changed;
        } catch (StoreException e) {
            if (e.getCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                throw new CodeRefusal(
                        CodeRefusal.Kind.NOT_NOW, "busy", "Sales are being opened. Nothing was changed; try again.");
            }
            throw e;
        }
    }
}
