package dev.kvitt.checkin.domain;

import dev.kvitt.checkin.domain.Basket.Need;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that stands at a till's printed code: baskets that may want a scan, and scans that wait for a basket. Whoever
 * changes it has the code in hand. Nothing here depends on which of the two came first: {@link #settled} looks at what is
 * there.
 */
public record TillCode(List<Basket> baskets, List<Scan> scans) {

    /** Of baskets and of scans. Many more than one till can need; the oldest give way. */
    public static final int MOST = 20;

    public static final TillCode EMPTY = new TillCode(List.of(), List.of());

    public TillCode {
        baskets = List.copyOf(baskets);
        scans = List.copyOf(scans);
    }

    /**
     * What has become of a code.
     *
     * @param meetings who is to be asked for what, each once
     */
    public record Settled(TillCode code, List<Meeting> meetings) {}

    /** This customer pays that basket. */
    public record Meeting(Basket basket, Scan scan) {}

    public TillCode opened(Basket basket) {
        return basketOf(basket.sale().key()).isPresent()
                ? corrected(basket)
                : new TillCode(Latest.with(baskets, basket, MOST), scans);
    }

    /** @param basket the sale as it is opened now, which it may have been by another event before */
    public TillCode corrected(Basket basket) {
        return basketOf(basket.sale().key())
                .filter(known -> !known.isOpenedAs(basket))
                .map(known -> new TillCode(
                        changed(baskets, each -> each.equals(known) ? known.correctedBy(basket) : each), scans))
                .orElse(this);
    }

    /**
     * The sale was not opened after all, so the next scan is for another. A scan that it was given stays its own: the payment
     * service has been told, and would ask that customer were the sale opened by a corrected request.
     */
    public TillCode refused(String saleKey) {
        return new TillCode(
                baskets.stream()
                        .filter(each -> !each.sale().key().equals(saleKey) || each.metBy() != null)
                        .map(each -> each.sale().key().equals(saleKey) ? each.refusedOpening() : each)
                        .toList(),
                scans);
    }

    public TillCode scanned(Scan scan) {
        return scan(scan.checkInId()).isPresent() ? this : new TillCode(baskets, Latest.with(scans, scan, MOST));
    }

    /** @param basket the sale, which may have left the code before */
    public TillCode needs(Basket basket, Need need) {
        var known = basketOf(basket.sale().key());
        if (known.isEmpty()) {
            return need == Need.SCAN_AGAIN ? opened(basket.with(need)) : this;
        }
        return new TillCode(changed(baskets, each -> each.equals(known.get()) ? each.with(need) : each), scans);
    }

    /**
     * One customer has scanned twice. While both scans wait, the later one counts, in the place of the earlier. Where the earlier
     * one has met a basket meanwhile, the later is for that sale and no other, and for none when it is over.
     */
    public TillCode sameCustomer(UUID earlier, UUID later) {
        var first = scan(earlier);
        if (first.isEmpty()) {
            return metBy(earlier).map(sale -> sameCustomer(sale, later)).orElseGet(() -> without(later));
        }
        if (scan(later).isEmpty()) {
            return this;
        }
        var others =
                scans.stream().filter(each -> !each.checkInId().equals(earlier)).toList();
        return new TillCode(
                baskets, changed(others, each -> each.checkInId().equals(later) ? each.inPlaceOf(first.get()) : each));
    }

    /** The customer of a sale has scanned once more: that is for this sale, should it want a scan again, and no other. */
    public TillCode sameCustomer(String saleKey, UUID later) {
        return new TillCode(
                baskets, changed(scans, each -> each.checkInId().equals(later) ? each.onlyFor(saleKey) : each));
    }

    private Optional<String> metBy(UUID scan) {
        return baskets.stream()
                .filter(basket -> scan.equals(basket.metBy()))
                .map(basket -> basket.sale().key())
                .findFirst();
    }

    private TillCode without(UUID scan) {
        return new TillCode(
                baskets,
                scans.stream().filter(each -> !each.checkInId().equals(scan)).toList());
    }

    /** Nobody pays at another till than they scanned at: forgets baskets of others, and scans from before the code came. */
    public TillCode in(PlacedCode place) {
        return new TillCode(
                baskets.stream()
                        .filter(basket -> place.tillId().equals(basket.sale().tillId()))
                        .toList(),
                scans.stream()
                        .filter(scan -> !place.cameAfter(scan.initiatedAt()))
                        .toList());
    }

    /** Brings together who can be; forgets what is too old and who is gone. */
    public Settled settled(Instant now, Limits limits) {
        var left = baskets.stream()
                // For longer nobody wants to be asked who has scanned.
                .map(basket -> basket.refused() ? basket.until(now.plus(limits.validFor())) : basket)
                .filter(basket -> !basket.isOver(now))
                .toList();
        var fresh = scans.stream()
                .filter(scan -> scan.isFresh(now, limits))
                .filter(scan -> scan.onlyFor() == null || left.stream().anyMatch(scan::isOf))
                .toList();
        var tidy = new TillCode(left, fresh);
        return tidy.next()
                .flatMap(basket -> tidy.first(basket).map(scan -> tidy.meet(new Meeting(basket, scan))))
                .orElseGet(() -> new Settled(tidy, List.of()));
    }

    /** Not more than one can meet at a time: afterwards the code is the basket's until its customer has decided. */
    private Settled meet(Meeting meeting) {
        var code = new TillCode(
                changed(baskets, each -> each.equals(meeting.basket()) ? each.met(meeting.scan()) : each),
                scans.stream().filter(each -> !each.equals(meeting.scan())).toList());
        return new Settled(code, List.of(meeting));
    }

    /**
     * The basket that gets the next scan. None while a customer decides. Who was told to scan again stands there; else
     * the newest counts, because a till that opens another sale has turned to the next customer.
     */
    private Optional<Basket> next() {
        if (deciding().isPresent()) {
            return Optional.empty();
        }
        return newest(Need.SCAN_AGAIN).or(() -> newest(Need.SCAN));
    }

    /** The basket whose customer decides. */
    public Optional<Basket> deciding() {
        return newest(Need.QUIET);
    }

    /** Baskets whose customer would be asked were they opened by another request. */
    public Stream<Basket> refused() {
        return baskets.stream().filter(Basket::refused);
    }

    private Optional<Basket> newest(Need need) {
        return baskets.stream()
                .filter(basket -> basket.need() == need)
                .reduce((one, other) -> other.openedAt().isBefore(one.openedAt()) ? one : other);
    }

    /** The basket's own customer before anybody else, and then in the order of the scans. */
    private Optional<Scan> first(Basket basket) {
        return scans.stream()
                .filter(scan -> scan.onlyFor() == null || scan.isOf(basket) || isOfRefused(scan))
                .reduce((best, each) -> comesBefore(each, best, basket) ? each : best);
    }

    /** Who scans once more because their sale was not opened pays whatever is opened next. */
    private boolean isOfRefused(Scan scan) {
        return basketOf(scan.onlyFor()).filter(Basket::refused).isPresent();
    }

    private static boolean comesBefore(Scan one, Scan other, Basket basket) {
        if (one.isOf(basket) != other.isOf(basket)) {
            return one.isOf(basket);
        }
        return one.since().isBefore(other.since());
    }

    public Optional<Basket> basketOf(String saleKey) {
        return baskets.stream()
                .filter(basket -> basket.sale().key().equals(saleKey))
                .findFirst();
    }

    public Optional<Scan> scan(UUID checkInId) {
        return scans.stream().filter(scan -> scan.checkInId().equals(checkInId)).findFirst();
    }

    private static <T> List<T> changed(List<T> all, UnaryOperator<T> change) {
        return all.stream().map(change).toList();
    }
}
