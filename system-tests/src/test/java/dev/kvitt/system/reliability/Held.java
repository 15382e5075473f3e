package dev.kvitt.system.reliability;

import java.util.List;
import java.util.stream.IntStream;

/** Sales that are stopped in the middle, each at another place, and go on when told. */
final class Held {

    private static final int OF_EACH = 2;
    private static final int AT_ONCE = 8;
    private static final long PRICE = 1500;

    /** Where a sale waits, and how it is to end. */
    private enum Stage {
        ASKED(Plan.End.PAID),
        AUTHORIZED(Plan.End.PAID),
        AUTHORIZED_AND_NOT_WANTED(Plan.End.CANCELLED_AFTER_APPROVAL),
        SETTLED(Plan.End.REFUNDED);

        private final Plan.End end;

        Stage(Plan.End end) {
            this.end = end;
        }

        static Stage of(Plan plan) {
            return values()[plan.number() % values().length];
        }
    }

    private final Player player;
    private final Crowd crowd;
    private final List<Played> sales;

    /** Returns when each waits at its place. */
    Held(Player player, Crowd crowd) {
        this.player = player;
        this.crowd = crowd;
        var plans = IntStream.range(0, OF_EACH * Stage.values().length)
                .mapToObj(Held::plan)
                .toList();
        sales = crowd.each(plans, AT_ONCE, plan -> {
            var sale = player.opened(plan, player.basket(plan).opening());
            crowd.told(sale, this::begins);
            return sale;
        });
    }

    private static Plan plan(int number) {
        var end = Stage.values()[number % Stage.values().length].end;
        return new Plan(number, Plan.Way.NUMBER, end, PRICE + number, true, false);
    }

    private void begins(Played sale) {
        player.isAsked(sale, 1);
        switch (Stage.of(sale.plan())) {
            case ASKED -> {}
            case AUTHORIZED, AUTHORIZED_AND_NOT_WANTED -> player.approves(sale, 1);
            case SETTLED -> {
                player.approves(sale, 1);
                player.confirms(sale);
                player.isSettled(sale);
            }
        }
    }

    /** @return all, when each has ended as planned */
    List<Played> goOn() {
        return crowd.each(sales, AT_ONCE, sale -> {
            crowd.told(sale, this::ends);
            return sale;
        });
    }

    private void ends(Played sale) {
        switch (Stage.of(sale.plan())) {
            case ASKED -> {
                player.approves(sale, 1);
                player.confirms(sale);
                player.isSettled(sale);
            }
            case AUTHORIZED -> {
                player.confirms(sale);
                player.isSettled(sale);
            }
            case AUTHORIZED_AND_NOT_WANTED -> {
                player.cancels(sale);
                player.hearsOfTheCancel(sale);
            }
            case SETTLED -> {
                player.refunds(sale, "refund-0", sale.plan().price());
                player.hearsOfTheRefund(sale, "refund-0");
            }
        }
    }
}
