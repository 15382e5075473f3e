package dev.kvitt.operations.domain.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two ledgers' movements of one kind for one payment, side by side: first by pspReference; then what one side knows as a sum only is held
 * against the amounts that the other side has left.
 *
 * @param differing same pspReference, other amount
 * @param onlyLeft movements only the left side has
 * @param leftRest a sum only the left side has, without knowing of which movements
 * @param onlyRight movements only the right side has
 * @param rightRest a sum only the right side has
 */
record Pairing(
        List<Pair> differing, List<MoneyFact> onlyLeft, long leftRest, List<MoneyFact> onlyRight, long rightRest) {

    record Pair(MoneyFact left, MoneyFact right) {}

    /** @param sum what the side has in all; what exceeds its facts is known as a sum only */
    record Side(List<MoneyFact> facts, long sum) {
        static Side of(Movement movement, List<MoneyFact> facts, long sum) {
            return new Side(
                    facts.stream().filter(fact -> fact.movement() == movement).toList(), sum);
        }

        static Side of(Movement movement, List<MoneyFact> facts) {
            return of(movement, facts, 0);
        }

        long rest() {
            return Math.max(0, sum - facts.stream().mapToLong(MoneyFact::amount).sum());
        }
    }

    static Pairing of(Side left, Side right) {
        Map<String, MoneyFact> byPsp = new HashMap<>();
        left.facts().forEach(fact -> byPsp.put(fact.pspReference(), fact));
        List<Pair> differing = new ArrayList<>();
        List<MoneyFact> onlyRight = new ArrayList<>();
        Set<String> paired = new HashSet<>();
        for (MoneyFact fact : right.facts()) {
            MoneyFact same = byPsp.get(fact.pspReference());
            if (same == null) {
                onlyRight.add(fact);
            } else {
                paired.add(fact.pspReference());
                if (same.amount() != fact.amount()) {
                    differing.add(new Pair(same, fact));
                }
            }
        }
        List<MoneyFact> onlyLeft = new ArrayList<>(left.facts().stream()
                .filter(fact -> !paired.contains(fact.pspReference()))
                .toList());
        long leftRest = cover(onlyRight, left.rest());
        long rightRest = cover(onlyLeft, right.rest());
        long both = Math.min(leftRest, rightRest);
        return new Pairing(differing, onlyLeft, leftRest - both, onlyRight, rightRest - both);
    }

    /** Takes what the sum explains out of the movements: all, or the one that is it exactly, or the largest first. @return the rest of it */
    private static long cover(List<MoneyFact> facts, long sum) {
        long all = facts.stream().mapToLong(MoneyFact::amount).sum();
        if (all <= sum) {
            facts.clear();
            return sum - all;
        }
        for (MoneyFact fact : List.copyOf(facts)) {
            if (fact.amount() == sum) {
                facts.remove(fact);
                return 0;
            }
        }
        long rest = sum;
        for (MoneyFact fact : facts.stream()
                .sorted(Comparator.comparingLong(MoneyFact::amount).reversed())
                .toList()) {
            if (fact.amount() <= rest) {
                rest -= fact.amount();
                facts.remove(fact);
            }
        }
        return rest;
    }
}
