package dev.kvitt.vipps.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BankTest {

    @Test
    void a_payment_the_customer_is_authorizing_cannot_be_cancelled_until_the_bank_is_done() {
        Payment processing = during(Bank.PROCESSING, Payments.created());
        EventStamp stamp = Payments.stamp();

        assertThat(Payments.codeOf(processing.cancel(false, stamp, Payments.SWITCHES)))
                .isEqualTo(6250);
        assertThat(Payments.codeOf(processing.cancel(true, stamp, Payments.SWITCHES)))
                .isEqualTo(6250);
        assertThat(Payments.after(during(Bank.READY, processing).cancel(false, stamp, Payments.SWITCHES))
                        .state())
                .isEqualTo(PaymentState.TERMINATED);
        assertThat(Payments.after(processing.approve(stamp)).bank()).isEqualTo(Bank.READY);
    }

    @Test
    void funds_the_bank_released_cannot_be_captured_but_cancelled() {
        Payment released = during(Bank.FUNDS_RELEASED, Payments.authorized());

        assertThat(Payments.codeOf(released.capture(Payments.nok(100), Payments.stamp())))
                .isEqualTo(6260);
        assertThat(released.cancel(false, Payments.stamp(), Payments.SWITCHES)).isInstanceOf(Transition.Done.class);
    }

    @Test
    void a_capture_that_failed_works_once_the_bank_is_back() {
        Payment failing = during(Bank.CAPTURE_FAILING, Payments.authorized());

        assertThat(Payments.codeOf(failing.capture(Payments.nok(100), Payments.stamp())))
                .isEqualTo(6280);
        assertThat(Payments.codeOf(failing.capture(Payments.nok(5001), Payments.stamp())))
                .as("what could never succeed is told first")
                .isEqualTo(6090);
        assertThat(during(Bank.READY, failing).capture(Payments.nok(100), Payments.stamp()))
                .isInstanceOf(Transition.Done.class);
    }

    @Test
    void the_bank_has_trouble_only_with_what_it_is_asked() {
        EventStamp late = Payments.stamp(TimeLimits.APPROVAL);

        assertThat(Payments.authorized()
                        .bankIs(Bank.PROCESSING, Payments.stamp().at()))
                .isInstanceOf(Transition.Refused.class);
        assertThat(Payments.created().bankIs(Bank.PROCESSING, late.at())).isInstanceOf(Transition.Refused.class);
        assertThat(Payments.created()
                        .bankIs(Bank.FUNDS_RELEASED, Payments.stamp().at()))
                .isInstanceOf(Transition.Refused.class);
        assertThat(Payments.created()
                        .bankIs(Bank.CAPTURE_FAILING, Payments.stamp().at()))
                .isInstanceOf(Transition.Refused.class);
    }

    private static Payment during(Bank bank, Payment payment) {
        return Payments.quietly(payment.bankIs(bank, Payments.stamp().at()));
    }
}
