package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.idempotency.IdempotencyRule;
import dev.kvitt.vipps.rules.idempotency.KeyScope;
import dev.kvitt.vipps.rules.idempotency.KeyVerdict;
import dev.kvitt.vipps.rules.idempotency.Remembered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The idempotency keys of one sales unit, each kept with the payment it was used on. Used within a group of changes. */
final class KeyMemory {

    private final Msn msn;
    private final RulesSwitches.Keys switches;
    private final int limitPerReference;
    private final PaymentBook book;
    private final PaymentsLimit limit;
    /** Where a key was used; only filled if keys are unique within the whole sales unit. */
    private final Map<IdempotencyKey, Reference> references = new ConcurrentHashMap<>();

    KeyMemory(Msn msn, PaymentBook book, Surroundings surroundings) {
        this.msn = msn;
        this.switches = surroundings.switches().keys();
        this.limitPerReference = surroundings.limits().keysPerPayment();
        this.limit = surroundings.paymentsLimit();
        this.book = book;
        if (switches.scope() == RulesSwitches.Scope.SALES_UNIT) {
            book.watch(this::index);
        }
    }

    /** Does the work unless the key says that it was done, or that it means something else. */
    WriteResult once(WriteRequest request, Instant now, Supplier<WriteOutcome> work) {
        if (request.key().isEmpty()) {
            return new WriteResult(work.get(), false);
        }
        IdempotencyKey key = request.key().get();
        return switch (IdempotencyRule.judge(earlier(request, key), request.identity(), now, switches)) {
            case KeyVerdict.Replay<WriteOutcome>(WriteOutcome answer) -> new WriteResult(answer, true);
            case KeyVerdict.Conflict<WriteOutcome> conflict ->
                new WriteResult(WriteOutcome.Refused.because(conflict.code()), false);
            case KeyVerdict.Fresh<WriteOutcome> fresh -> {
                WriteOutcome outcome = work.get();
                if (IdempotencyRule.isRemembered(outcome.status(), outcome.errorCode(), switches)) {
                    remember(new UsedKey(key, new Remembered<>(request.identity(), outcome, now)), now);
                }
                yield new WriteResult(outcome, false);
            }
        };
    }

    List<KeyUse> usedOn(Reference reference) {
        return book.dossier(reference).keys().stream()
                .map(used -> new KeyUse(
                        used.memory().request().operation(),
                        used.key(),
                        used.memory().answer().status(),
                        used.memory().firstSeen()))
                .toList();
    }

    private Optional<Remembered<WriteOutcome>> earlier(WriteRequest request, IdempotencyKey key) {
        KeyScope wanted = KeyScope.of(msn, request.identity(), key, switches);
        Reference reference = references.getOrDefault(key, request.identity().reference());
        return book.dossier(reference).keys().stream()
                .filter(used -> scope(used).equals(wanted))
                .map(UsedKey::memory)
                .findFirst();
    }

    /** Beyond the limits keys of the payment are forgotten, and those of references without payment. */
    private void remember(UsedKey used, Instant now) {
        Reference reference = used.memory().request().reference();
        if (!book.knows(reference) && !limit.makeRoom()) {
            return;
        }
        book.change(reference, dossier -> {
            Stream<UsedKey> others = dossier.keys().stream()
                    .filter(known -> isAlive(known, now) && !scope(known).equals(scope(used)));
            return dossier.with(
                    withinLimit(Stream.concat(others, Stream.of(used)).toList()));
        });
    }

    /** Refusals go first: a refused request asked once more is refused again, but a capture would be made twice. */
    private List<UsedKey> withinLimit(List<UsedKey> oldestFirst) {
        Map<Boolean, List<UsedKey>> byRefused =
                oldestFirst.stream().collect(Collectors.partitioningBy(KeyMemory::isRefused));
        Set<UsedKey> forgotten = Stream.concat(byRefused.get(true).stream(), byRefused.get(false).stream())
                .limit(Math.max(0, oldestFirst.size() - limitPerReference))
                .collect(Collectors.toSet());
        return oldestFirst.stream().filter(used -> !forgotten.contains(used)).toList();
    }

    private static boolean isRefused(UsedKey used) {
        return used.memory().answer() instanceof WriteOutcome.Refused;
    }

    private boolean isAlive(UsedKey used, Instant now) {
        return switches.lifetime()
                .map(used.memory().firstSeen()::plus)
                .map(now::isBefore)
                .orElse(true);
    }

    private KeyScope scope(UsedKey used) {
        return KeyScope.of(msn, used.memory().request(), used.key(), switches);
    }

    private void index(Reference reference, Optional<Dossier> before, Optional<Dossier> after) {
        keys(before).forEach(used -> references.remove(used.key(), reference));
        keys(after).forEach(used -> references.put(used.key(), reference));
    }

    private static Stream<UsedKey> keys(Optional<Dossier> dossier) {
        return dossier.stream().flatMap(known -> known.keys().stream());
    }
}
