package dev.kvitt.gateway.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one sales unit's registrations need, from what is stored and what Vipps lists. Nothing happens here.
 *
 * @param steps in the order to take them; when one fails, the rest waits for the next round
 * @param foreign registrations of other systems, never touched
 */
public record UpkeepPlan(List<UpkeepStep> steps, List<ListedRegistration> foreign) {

    public UpkeepPlan {
        steps = List.copyOf(steps);
        foreign = List.copyOf(foreign);
    }

    /** @param forgetBefore rows retired before this are forgotten */
    public static UpkeepPlan of(
            PublicUrl publicUrl, List<OwnRegistration> own, List<ListedRegistration> listed, Instant forgetBefore) {
        return new Making(publicUrl, own, listed).plan(forgetBefore);
    }

    private static final class Making {

        private final PublicUrl publicUrl;
        private final List<OwnRegistration> own;
        private final List<ListedRegistration> listed;
        private final Set<String> atVipps;
        private final List<UpkeepStep> steps = new ArrayList<>();

        Making(PublicUrl publicUrl, List<OwnRegistration> own, List<ListedRegistration> listed) {
            this.publicUrl = publicUrl;
            this.own = own;
            this.listed = listed;
            this.atVipps = listed.stream().map(ListedRegistration::vippsId).collect(Collectors.toSet());
        }

        UpkeepPlan plan(Instant forgetBefore) {
            deleteUseless();
            forgetOld(forgetBefore);
            for (var kind : Kind.values()) {
                keep(kind);
            }
            return new UpkeepPlan(steps, listed.stream().filter(this::isForeign).toList());
        }

        /** First of all, because a useless registration of check-ins stands in the way of a good one. */
        private void deleteUseless() {
            Map<String, OwnRegistration> rows = own.stream()
                    .filter(row -> row.vippsId().isPresent())
                    .collect(Collectors.toMap(row -> row.vippsId().orElseThrow(), Function.identity(), (a, b) -> a));
            for (var found : listed) {
                var row = rows.get(found.vippsId());
                var secretLost = row == null && !isForeign(found);
                if (secretLost || (row != null && row.is(RegistrationState.RETIRED))) {
                    steps.add(new UpkeepStep.Delete(found.vippsId()));
                }
            }
        }

        private void forgetOld(Instant before) {
            own.stream()
                    .filter(row -> row.retiredAt().filter(before::isAfter).isPresent() && !isAtVipps(row))
                    .forEach(row -> steps.add(new UpkeepStep.Forget(row.id())));
        }

        private void keep(Kind kind) {
            var registered = rows(kind, RegistrationState.REGISTERED);
            var good = registered.stream().filter(this::isGood).findFirst();
            var others = registered.stream()
                    .filter(row -> !Optional.of(row).equals(good))
                    .toList();
            var wanted = rows(kind, RegistrationState.WANTED);
            var usable = wanted.stream()
                    .filter(row -> good.isEmpty() && publicUrl.owns(row.url().toString()))
                    .findFirst();
            wanted.stream()
                    .filter(row -> !Optional.of(row).equals(usable))
                    .forEach(row -> steps.add(new UpkeepStep.Forget(row.id())));

            // Where Vipps allows an overlap the new one comes first, so that nothing is missed in between.
            others.stream().filter(row -> !kind.mayOverlap() || !isAtVipps(row)).forEach(this::retire);
            if (good.isEmpty()) {
                steps.add(new UpkeepStep.Register(kind, usable.map(OwnRegistration::id)));
            }
            others.stream().filter(row -> kind.mayOverlap() && isAtVipps(row)).forEach(this::retire);
        }

        private void retire(OwnRegistration row) {
            steps.add(new UpkeepStep.Retire(row.id(), row.vippsId().filter(atVipps::contains)));
        }

        /** The youngest first. */
        private List<OwnRegistration> rows(Kind kind, RegistrationState state) {
            return own.stream()
                    .filter(row -> row.kind() == kind && row.is(state))
                    .sorted(Comparator.comparing(OwnRegistration::createdAt).reversed())
                    .toList();
        }

        private boolean isGood(OwnRegistration row) {
            return isAtVipps(row)
                    && row.secretReadable()
                    && publicUrl.owns(row.url().toString());
        }

        private boolean isAtVipps(OwnRegistration row) {
            return row.vippsId().filter(atVipps::contains).isPresent();
        }

        private boolean isForeign(ListedRegistration found) {
            return !publicUrl.owns(found.url())
                    && own.stream()
                            .noneMatch(row -> row.url().toString().equals(found.url())
                                    || row.vippsId()
                                            .filter(found.vippsId()::equals)
                                            .isPresent());
        }
    }
}
