package dev.kvitt.operations.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.domain.reconcile.ReportRow;
import dev.kvitt.operations.store.reconcile.ReportRows;
import dev.kvitt.operations.store.reconcile.ReportState;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import dev.kvitt.registry.vipps.VippsAccess;
import dev.kvitt.vipps.client.MerchantSerialNumber;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.report.Cursor;
import dev.kvitt.vipps.client.report.FeedPage;
import dev.kvitt.vipps.client.report.Ledger;
import dev.kvitt.vipps.client.report.LedgerEntry;
import dev.kvitt.vipps.client.report.LedgerPage;
import dev.kvitt.vipps.client.report.RecipientHandle;
import dev.kvitt.vipps.client.report.Report;
import dev.kvitt.vipps.client.report.Topic;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Reads on in every list of the report, where it ended before. What cannot be read now is read next time. */
@Singleton
public class ReportReader {
    private static final Logger LOG = Logger.getLogger(ReportReader.class);

    private final VippsAccess vipps;
    private final Registry registry;
    private final Transactions transactions;
    private final InstantSource clock;

    ReportReader(VippsAccess vipps, Registry registry, Transactions transactions, InstantSource clock) {
        this.vipps = vipps;
        this.registry = registry;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param goesOn asked before every page */
    public void read(BooleanSupplier goesOn) {
        var msns =
                registry.salesUnits().stream().map(unit -> unit.msn().value()).toList();
        transactions.run(connection -> {
            ReportState.expect(connection, msns, clock.instant());
            return null;
        });
        Set<String> seen = new HashSet<>();
        for (SalesUnit unit : registry.salesUnits()) {
            Optional<Report> report = vipps.of(unit.msn()).map(VippsApi::report);
            if (report.isPresent() && goesOn.getAsBoolean()) {
                List<Ledger> ledgers = new ArrayList<>();
                if (list(report.get(), unit.msn(), ledgers)) {
                    forgetOthers(unit.msn(), ledgers);
                }
                for (Ledger ledger : ledgers) {
                    if (seen.add(ledger.id().value())) {
                        read(report.get(), ledger, Topic.FUNDS, goesOn);
                        read(report.get(), ledger, Topic.FEES, goesOn);
                    }
                }
            }
        }
    }

    /** A ledger that Vipps no longer lists is read no further: what others have is not waited for in it. */
    private void forgetOthers(Msn msn, List<Ledger> ledgers) {
        var ids = ledgers.stream().map(ledger -> ledger.id().value()).toList();
        transactions.run(connection -> {
            ReportRows.onlyIn(connection, msn.value(), ids);
            return null;
        });
    }

    /** @return whether these are all, and there is one */
    private static boolean list(Report report, Msn msn, List<Ledger> all) {
        Outcome<LedgerPage> answer = report.ledgers(RecipientHandle.of(new MerchantSerialNumber(msn.value())));
        while (answer instanceof Outcome.Done<LedgerPage>(LedgerPage page)) {
            all.addAll(page.ledgers());
            if (page.next().isEmpty()) {
                return !all.isEmpty();
            }
            answer = report.ledgers(page.next().get());
        }
        notNow("The ledgers of sales unit " + msn, answer);
        return false;
    }

    private void read(Report report, Ledger ledger, Topic topic, BooleanSupplier goesOn) {
        var ours = ReportRow.Topic.valueOf(topic.name());
        Set<String> msns = ledger.settlesFor().stream()
                .flatMap(handle -> ourMsn(handle).stream())
                .collect(Collectors.toSet());
        var feed = transactions.run(
                connection -> ReportRows.feed(connection, ledger.id().value(), ours, msns));
        while (goesOn.getAsBoolean()) {
            Instant asked = clock.instant();
            Outcome<FeedPage> answer =
                    report.feed(ledger.id(), topic, feed.cursor().map(Cursor::new));
            if (!(answer instanceof Outcome.Done<FeedPage>(FeedPage page))) {
                notNow("The " + topic.name().toLowerCase(Locale.ROOT) + " of ledger " + ledger.id(), answer);
                return;
            }
            var rows = new ArrayList<ReportRow>();
            for (LedgerEntry entry : page.entries()) {
                rows.add(row(feed.ledger(), ours, feed.position() + rows.size() + 1, entry, msns));
            }
            boolean still = rows.isEmpty()
                    && feed.cursor().filter(page.next().value()::equals).isPresent();
            var from = feed;
            var readTo = page.tryLater() || still ? Optional.of(asked) : Optional.<Instant>empty();
            boolean kept = transactions.run(connection ->
                    ReportRows.keep(connection, from, rows, page.next().value(), readTo));
            if (!kept || readTo.isPresent()) {
                return;
            }
            feed = new ReportRows.Feed(
                    feed.ledger(), ours, Optional.of(page.next().value()), feed.position() + rows.size());
        }
    }

    private ReportRow row(String ledger, ReportRow.Topic topic, long position, LedgerEntry entry, Set<String> msns) {
        return new ReportRow(
                ledger,
                topic,
                position,
                msn(entry, msns),
                entry.reference().orElse(""),
                entry.pspReference().map(Object::toString).orElse(""),
                entry.type().value(),
                entry.amount().currency().getCurrencyCode(),
                entry.amount().minorUnits(),
                entry.balanceBefore()
                        .map(balance -> OptionalLong.of(balance.minorUnits()))
                        .orElse(OptionalLong.empty()),
                entry.balanceAfter()
                        .map(balance -> OptionalLong.of(balance.minorUnits()))
                        .orElse(OptionalLong.empty()),
                entry.time(),
                entry.ledgerDate());
    }

    /** A row that does not say whose it is belongs to the only sales unit of its ledger, where there is only one. */
    private String msn(LedgerEntry entry, Set<String> msns) {
        if (entry.recipient().isPresent()) {
            return ourMsn(entry.recipient().get()).orElse("");
        }
        return msns.size() == 1 ? msns.iterator().next() : "";
    }

    private Optional<String> ourMsn(RecipientHandle handle) {
        String number = handle.value().substring(handle.value().indexOf(':') + 1);
        return registry.salesUnits().stream()
                .map(unit -> unit.msn().value())
                .filter(number::equals)
                .findFirst();
    }

    /** Nothing is missed in what cannot be read; the run and a metric say that it was not. */
    private static void notNow(String what, Outcome<?> answer) {
        switch (answer) {
            case Outcome.Refused<?>(VippsError error) ->
                LOG.warnf("%s cannot be read. %s", what, error.operatorSentence());
            case Outcome.Busy<?>(VippsError error, Optional<?> _) ->
                LOG.infof("%s cannot be read now. %s", what, error.operatorSentence());
            case Outcome.Unknown<?> unknown -> LOG.infof("%s cannot be read now (%s)", what, unknown.why());
            case Outcome.Done<?> _ -> {}
        }
    }
}
