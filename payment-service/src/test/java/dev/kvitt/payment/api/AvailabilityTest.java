package dev.kvitt.payment.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.payment.api.Availability.Reason;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Why a till hides the button. */
class AvailabilityTest {

    private static final Duration JUST_NOW = AvailabilityResource.STALLED;
    private static final Duration TOO_LONG = JUST_NOW.plusMillis(1);

    @Test
    void a_till_offers_it_while_its_sales_unit_kvitt_and_vipps_are_there() {
        assertThat(AvailabilityResource.closed(true, JUST_NOW, false)).isEmpty();
        assertThat(Availability.open("123456")).isEqualTo(new Availability("123456", true, null, null));
    }

    @Test
    void a_till_hides_it_while_kvitt_reads_nothing_or_vipps_does_not_answer() {
        assertThat(AvailabilityResource.closed(true, TOO_LONG, false)).contains(Reason.KVITT_AWAY);
        assertThat(AvailabilityResource.closed(true, JUST_NOW, true)).contains(Reason.VIPPS_AWAY);
        assertThat(AvailabilityResource.closed(true, TOO_LONG, true)).contains(Reason.KVITT_AWAY);
        assertThat(AvailabilityResource.closed(false, TOO_LONG, true)).contains(Reason.SWITCHED_OFF);
    }

    @Test
    void the_cashier_reads_why_in_their_own_language() {
        var closed = Availability.closed("123456", Reason.VIPPS_AWAY, Language.NB);
        assertThat(closed.open()).isFalse();
        assertThat(closed.reason()).isEqualTo("vipps-away");
        assertThat(closed.sentence()).isEqualTo("Vipps MobilePay svarer ikke akkurat nå.");
        assertThat(Reason.values()).allSatisfy(reason -> assertThat(
                        Arrays.stream(Language.values()).map(reason::sentence))
                .doesNotHaveDuplicates());
    }
}
