package dev.kvitt.operations.console;

import dev.kvitt.operations.services.ParkedSales.Parked;
import dev.kvitt.operations.store.ReservedRows.Reserved;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is parked for one cause.
 *
 * @param rows the first of them
 * @param sales how many, each counted once
 * @param waiting messages
 * @param hidden rows that are not shown
 * @param reserved money as people read it, in each currency; a dash for none
 */
public record ParkedGroup(String cause, List<ParkedRow> rows, int sales, int waiting, int hidden, String reserved) {

    private static final String NO_MONEY = ParkedRow.shown(null);

    static ParkedGroup of(String cause, List<Parked> parked, Map<String, Reserved> money, int most) {
        var shown = parked.stream()
                .limit(most)
                .map(each -> ParkedRow.of(each, money.get(each.key())))
                .toList();
        var keys = parked.stream().map(Parked::key).collect(Collectors.toSet());
        return new ParkedGroup(
                cause,
                shown,
                keys.size(),
                parked.stream().mapToInt(Parked::waiting).sum(),
                parked.size() - shown.size(),
                sum(keys.stream().map(money::get).filter(Objects::nonNull).toList()));
    }

    private static String sum(List<Reserved> money) {
        var sums = new TreeMap<String, Long>();
        money.forEach(each -> sums.merge(each.currency(), each.value(), Long::sum));
        return sums.isEmpty()
                ? NO_MONEY
                : sums.entrySet().stream()
                        .map(each -> Amounts.shown(each.getValue(), each.getKey()))
                        .collect(Collectors.joining(", "));
    }

    /** Such as {@code 3 sales}. */
    public String salesText() {
        return sales == 1 ? "1 sale" : sales + " sales";
    }

    public String title() {
        return salesText() + " parked, " + (reserved.equals(NO_MONEY) ? "nothing" : reserved) + " reserved";
    }

    /** The page of this cause alone. */
    public String link() {
        return link(cause);
    }

    static String link(String cause) {
        return "/console/parked/cause?cause=" + URLEncoder.encode(cause, StandardCharsets.UTF_8);
    }
}
