package dev.kvitt.operations.planted;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives every row its day, place and balance, pays out daily, and plants what is wrong with whole ledgers. */
final class Bookkeeper {
    private final World world;
    private final List<Booked> all = new ArrayList<>();
    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final Set<String> wrongPayouts;
    private final Set<String> abortedPayouts;
    private final Set<String> wrongFees;
    private final Set<Booked> gaps = new HashSet<>();

    Bookkeeper(World world, int each) {
        this.world = world;
        wrongPayouts = days(each);
        abortedPayouts = days(each);
        wrongFees = days(each);
        List<Booked> some = new ArrayList<>(world.rows);
        Collections.shuffle(some, world.random);
        gaps.addAll(some.subList(0, Math.min(each, some.size())));
    }

    private Set<String> days(int count) {
        List<String> days = new ArrayList<>();
        for (String ledger : List.of("800001", "800002", "800003")) {
            for (int day = 5; day < World.DAYS; day++) {
                LocalDate date = LocalDate.ofInstant(World.NOW, ZoneOffset.UTC).minusDays(World.DAYS + 3L - day);
                days.add(ledger + date);
            }
        }
        Collections.shuffle(days, world.random);
        return new HashSet<>(days.subList(0, Math.min(count, days.size())));
    }

    List<Booked> books() {
        world.rows.sort(Comparator.comparing((Booked row) -> row.ledger).thenComparing(Booked::bookedAt));
        LocalDate day = null;
        String ledger = null;
        long fees = 0;
        for (Booked row : world.rows) {
            LocalDate date = LocalDate.ofInstant(row.bookedAt, ZoneOffset.UTC);
            if (ledger != null && !(row.ledger.equals(ledger) && date.equals(day))) {
                endOfDay(ledger, day, fees);
                fees = 0;
            }
            ledger = row.ledger;
            day = date;
            fees += row.topic.equals("fees") ? row.amount : 0;
            post(row, date);
        }
        return all;
    }

    private void endOfDay(String ledger, LocalDate day, long fees) {
        Instant at = day.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
        String currency = all.getLast().currency.equals("SEK") ? currency(ledger) : all.getLast().currency;
        if (fees != 0) {
            boolean retained = !ledger.equals(World.BY_INVOICE);
            post(row(ledger, "fees", "", retained ? "fees-retained" : "fees-invoiced", currency, -fees, at), day);
            if (retained) {
                boolean wrong = wrongFees.contains(ledger + day);
                post(row(ledger, "funds", "", "fees-retained", currency, wrong ? fees - 77 : fees, at), day);
                if (wrong) {
                    world.expect("retained-fees-differ", "", ledger, day.toString());
                }
            }
        }
        long due = balances.getOrDefault(ledger + "funds", 0L);
        if (due > 0) {
            payout(ledger, day, currency, due, at);
        }
    }

    private static String currency(String ledger) {
        return World.UNITS.stream()
                .filter(unit -> unit.ledger().equals(ledger))
                .findFirst()
                .orElseThrow()
                .currency();
    }

    private void payout(String ledger, LocalDate day, String currency, long due, Instant at) {
        String psp = ledger + "-" + day.toEpochDay();
        boolean wrong = wrongPayouts.contains(ledger + day);
        String word = world.once(2) ? "payout-scheduled" : "scheduled-for-payout";
        post(row(ledger, "funds", psp, word, currency, wrong ? -due + 5000 : -due, at), day);
        if (wrong) {
            world.expect("payout-differs", "", ledger, psp);
        }
        if (abortedPayouts.contains(ledger + day)) {
            post(row(ledger, "funds", psp, "payout-aborted", currency, due, at), day);
            world.expect("payout-aborted", "", "", psp);
        }
    }

    private static Booked row(
            String ledger, String topic, String psp, String type, String currency, long amount, Instant at) {
        return new Booked(ledger, topic, "", "", psp, type, currency, amount, at, at);
    }

    private void post(Booked row, LocalDate day) {
        String book = row.ledger + row.topic;
        long balance = balances.getOrDefault(book, 0L);
        row.position = positions.merge(book, 1L, Long::sum);
        row.date = day;
        if (gaps.contains(row) && row.position > 1) {
            balance += 12_345;
            world.expect("balance-gap", "", row.ledger, row.ledger + "/" + row.topic + "/" + row.position);
        }
        row.before = balance;
        row.after = balance + row.amount;
        balances.put(book, row.after);
        all.add(row);
    }
}
