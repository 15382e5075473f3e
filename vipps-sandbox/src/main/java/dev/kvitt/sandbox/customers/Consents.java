package dev.kvitt.sandbox.customers;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Reference;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** What customers have shared, with whom, by which payment. Forgotten when it is over. */
@ApplicationScoped
@Startup(StateLog.BEFORE_READING)
public class Consents {

    /** The payment with which something was shared. */
    record Occasion(Msn msn, Reference reference) {}

    private record Subject(Msn msn, String sub) {}

    private record Aging(Instant at, Occasion occasion) {}

    private final Shelf<Occasion, Consent> byPayment;
    private final Map<Subject, Set<Occasion>> bySubject = new ConcurrentHashMap<>();

    private final NavigableSet<Aging> oldestFirst = new ConcurrentSkipListSet<>(Comparator.comparing(Aging::at)
            .thenComparing(aging -> aging.occasion().msn().value())
            .thenComparing(aging -> aging.occasion().reference().value()));

    public Consents(StateLog log) {
        this.byPayment = log.packedShelf(ShelfName.of("consents"), Occasion.class, Consent.class);
        byPayment.watch(this::index);
    }

    /** The customer's name to this sales unit: always the same, and another for each sales unit. */
    public static String sub(Msn msn, Msisdn customer) {
        String seed = "sub " + msn.value() + " " + customer.value();
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    public void add(Msn msn, Reference reference, Consent consent) {
        byPayment.put(new Occasion(msn, reference), consent);
    }

    /** What was shared with a payment; empty also when that is over. */
    public Optional<Consent> of(Msn msn, Reference reference, Instant now) {
        return byPayment.get(new Occasion(msn, reference)).filter(consent -> !consent.isOver(now));
    }

    /** All that a customer shares with a sales unit now; nothing if nothing is, or is any more. */
    public Optional<Consent> of(Msn msn, String sub, Instant now) {
        var valid = bySubject.getOrDefault(new Subject(msn, sub), Set.of()).stream()
                .flatMap(occasion -> byPayment.get(occasion).stream())
                .filter(consent -> !consent.isOver(now))
                .toList();
        return valid.stream()
                .max(Comparator.comparing(Consent::at))
                .map(newest -> new Consent(sub, newest.customer(), scopes(valid), newest.at()));
    }

    /** Whether the name was told to any other sales unit. */
    public boolean isKnownElsewhere(Msn msn, String sub) {
        return bySubject.keySet().stream()
                .anyMatch(subject -> subject.sub().equals(sub) && !subject.msn().equals(msn));
    }

    /** Drops what is over. */
    public void forgetOld(Instant now) {
        for (Aging first = oldestFirst.pollFirst(); first != null; first = oldestFirst.pollFirst()) {
            if (!Consent.isOver(first.at(), now)) {
                oldestFirst.add(first);
                return;
            }
            byPayment.remove(first.occasion());
        }
    }

    private static Set<String> scopes(Collection<Consent> consents) {
        return consents.stream().flatMap(consent -> consent.scopes().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private void index(Occasion occasion, Optional<Consent> before, Optional<Consent> after) {
        before.ifPresent(consent -> {
            subject(occasion, consent).remove(occasion);
            oldestFirst.remove(new Aging(consent.at(), occasion));
        });
        after.ifPresent(consent -> {
            subject(occasion, consent).add(occasion);
            oldestFirst.add(new Aging(consent.at(), occasion));
        });
    }

    private Set<Occasion> subject(Occasion occasion, Consent consent) {
        return bySubject.computeIfAbsent(
                new Subject(occasion.msn(), consent.sub()), subject -> ConcurrentHashMap.newKeySet());
    }
}
