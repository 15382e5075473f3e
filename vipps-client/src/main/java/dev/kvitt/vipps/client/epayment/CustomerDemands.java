package dev.kvitt.vipps.client.epayment;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer must agree to or be to pay. Start with {@link #NONE}.
 *
 * @param scopes what must be shared; in the order of the enum, because a repeat must be the same byte by byte
 * @param minimumUserAge how old they must be
 * @param blockedSources what they may not pay with
 */
public record CustomerDemands(
        Set<ProfileScope> scopes, Optional<MinimumUserAge> minimumUserAge, Set<BlockedSource> blockedSources) {
    /** No demands. */
    public static final CustomerDemands NONE = new CustomerDemands(Set.of(), Optional.empty(), Set.of());

    public CustomerDemands {
        scopes = inOrder(ProfileScope.class, scopes);
        Objects.requireNonNull(minimumUserAge, "minimumUserAge");
        blockedSources = inOrder(BlockedSource.class, blockedSources);
    }

    /** The same, and sharing these. */
    public CustomerDemands sharing(Set<ProfileScope> wanted) {
        return new CustomerDemands(wanted, minimumUserAge, blockedSources);
    }

    /** The same, and not younger. */
    public CustomerDemands notUnder(MinimumUserAge age) {
        return new CustomerDemands(scopes, Optional.of(age), blockedSources);
    }

    /** The same, and not paying with these. */
    public CustomerDemands blocking(Set<BlockedSource> sources) {
        return new CustomerDemands(scopes, minimumUserAge, sources);
    }

    private static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Collection<E> values) {
        EnumSet<E> ordered = EnumSet.noneOf(type);
        ordered.addAll(values);
        return Collections.unmodifiableSet(ordered);
    }
}
