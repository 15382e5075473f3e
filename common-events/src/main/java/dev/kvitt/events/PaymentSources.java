package dev.kvitt.events;

import java.util.Objects;
import java.util.stream.Stream;

/** What of the price was paid otherwise than by Vipps MobilePay. The receipt shows it; no money moves by it. */
public record PaymentSources(
        @MayBeAbsent Money giftCard, @MayBeAbsent Money card, @MayBeAbsent Money voucher, @MayBeAbsent Money cash) {

    Stream<Money> parts() {
        return Stream.of(giftCard, card, voucher, cash).filter(Objects::nonNull);
    }
}
