package dev.kvitt.system.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is to happen in one sale, drawn from a seed.
 *
 * @param number from 0
 * @param price minor units
 * @param confirms whether a till confirms after the approval; a machine always does
 * @param early whether the customer scans before the till has the basket, where there is a printed code
 */
record Plan(int number, Way way, End end, long price, boolean confirms, boolean early) {

    /** How the customer comes to pay. */
    enum Way {
        VENDING,
        NUMBER,
        PERSONAL_QR,
        SCREEN_QR,
        STATIC_QR
    }

    /** How it ends. */
    enum End {
        PAID,
        REFUNDED,
        PARTLY_REFUNDED,
        DECLINED,
        DECLINED_AND_PAID_THEN,
        CANCELLED_BEFORE_APPROVAL,
        CANCELLED_AFTER_APPROVAL
    }

    /** What a machine's dearest product costs. As in the local registry. */
    static final long DEAREST = 5000;

    private static final int LEAST = 1000;
    private static final int MOST = 2500;
    private static final int ONE_IN_DEAREST = 8;

    private static final List<Way> WAYS =
            weighted(Way.VENDING, 8, Way.NUMBER, 5, Way.PERSONAL_QR, 3, Way.SCREEN_QR, 3, Way.STATIC_QR, 1);
    private static final List<End> ENDS = weighted(
            End.PAID, 10, End.REFUNDED, 2, End.PARTLY_REFUNDED, 2, End.DECLINED, 2, End.DECLINED_AND_PAID_THEN, 1);
    private static final List<End> CANCELS =
            List.of(End.CANCELLED_BEFORE_APPROVAL, End.CANCELLED_AFTER_APPROVAL, End.CANCELLED_AFTER_APPROVAL);

    static List<Plan> draw(Random random, int sales) {
        var ends = new ArrayList<>(ENDS);
        ends.addAll(CANCELS);
        var plans = new ArrayList<Plan>();
        for (var number = 0; number < sales; number++) {
            var way = one(random, WAYS);
            plans.add(new Plan(
                    number,
                    way,
                    end(way, one(random, ends)),
                    price(random, way),
                    random.nextBoolean(),
                    random.nextBoolean()));
        }
        return plans;
    }

    /** The same customer is asked again only where the till knows who that is. */
    private static End end(Way way, End drawn) {
        return drawn == End.DECLINED_AND_PAID_THEN && way != Way.NUMBER ? End.DECLINED : drawn;
    }

    private static long price(Random random, Way way) {
        var dearest = way == Way.VENDING && random.nextInt(ONE_IN_DEAREST) == 0;
        return dearest ? DEAREST : random.nextInt(LEAST, MOST);
    }

    /** The same where there is no printed code to scan. */
    Plan byNumber() {
        return way == Way.VENDING || way == Way.STATIC_QR
                ? new Plan(number, Way.NUMBER, end, price, confirms, early)
                : this;
    }

    boolean paid() {
        return switch (end) {
            case PAID, REFUNDED, PARTLY_REFUNDED, DECLINED_AND_PAID_THEN -> true;
            case DECLINED, CANCELLED_BEFORE_APPROVAL, CANCELLED_AFTER_APPROVAL -> false;
        };
    }

    /** What is asked for: the dearest product of a machine. */
    long asked() {
        return way == Way.VENDING ? DEAREST : price;
    }

    long authorized() {
        return paid() || end == End.CANCELLED_AFTER_APPROVAL ? asked() : 0;
    }

    long captured() {
        return paid() ? price : 0;
    }

    long refunded() {
        return switch (end) {
            case REFUNDED -> price;
            case PARTLY_REFUNDED -> 2 * part();
            default -> 0;
        };
    }

    /** What is paid back twice. */
    long part() {
        return price / 3;
    }

    int attempts() {
        return end == End.DECLINED_AND_PAID_THEN ? 2 : 1;
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> weighted(Object... choiceAndWeight) {
        var all = new ArrayList<T>();
        for (var n = 0; n < choiceAndWeight.length; n += 2) {
            for (var times = 0; times < (int) choiceAndWeight[n + 1]; times++) {
                all.add((T) choiceAndWeight[n]);
            }
        }
        return all;
    }
}
