package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import dev.kvitt.vipps.client.testing.BrokenVipps;
import dev.kvitt.vipps.client.testing.FakeVipps;
import dev.kvitt.vipps.client.testing.MutableClock;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.TestCertificates;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys go to nobody but the host that was asked for, vouched for today by somebody trusted. */
@Timeout(90)
class TrustTest {
    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() throws IOException, InterruptedException {
        certificates = new TestCertificates(folder);
    }

    @Test
    void a_server_the_trusted_authority_vouches_for_is_talked_to() throws Exception {
        try (FakeVipps vipps = new FakeVipps(certificates.serving("good"))) {
            assertThat(vipps.uri()).hasScheme("https");
            vipps.answer(Reply.json(200, Samples.payment(3000, 0)));

            Outcomes.done(capture(vipps, certificates.trusting()));
            assertThat(vipps.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "elsewhere", "unvouched"})
    void a_server_with_another_certificate_gets_nothing_to_read(String alias) throws Exception {
        try (FakeVipps vipps = new FakeVipps(certificates.serving(alias))) {
            assertNothingWasSent(vipps, certificates.trusting());
        }
    }

    @Test
    void an_authority_of_ours_is_trusted_only_where_that_was_said() throws Exception {
        try (FakeVipps vipps = new FakeVipps(certificates.serving("good"))) {
            assertNothingWasSent(vipps, SSLContext.getDefault());
        }
    }

    @Test
    void a_handshake_that_fails_after_the_capture_was_read_leaves_it_unknown() throws Exception {
        try (BrokenVipps vipps = new BrokenVipps(certificates.serving("good"), TrustTest::askForACertificate);
                VippsClient client = new VippsClient(
                        VippsEnvironment.of(vipps.uri(), Samples.SYSTEM),
                        new MutableClock(),
                        certificates.trusting())) {
            assertThat(Samples.api(client).epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY))
                    .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.why())
                            .contains("SSLHandshakeException"));
            assertThat(vipps.calls()).isEqualTo(1);
        }
    }

    /** As some gateways do once they know the path: TLS 1.2 starts over, and we have nothing to show. */
    private static void askForACertificate(Socket socket, CountDownLatch closed) throws IOException {
        SSLSocket tls = (SSLSocket) socket;
        BrokenVipps.readBody(tls);
        tls.setNeedClientAuth(true);
        try {
            tls.startHandshake();
            tls.getInputStream().read();
        } catch (SSLException refused) {
            // The client has been told.
        }
    }

    private static void assertNothingWasSent(FakeVipps vipps, SSLContext trust) throws GeneralSecurityException {
        Outcome.Busy<PaymentAnswer> busy = Outcomes.busy(capture(vipps, trust));

        assertThat(busy.error().stage()).isEqualTo(VippsError.Stage.NOT_SENT);
        assertThat(busy.error().title()).contains("no trusted connection");
        assertThat(busy.error().operatorSentence()).contains("moved no money");
        assertThat(vipps.tokenRequests()).isEmpty();
        assertThat(vipps.calls()).isEmpty();
    }

    private static Outcome<PaymentAnswer> capture(FakeVipps vipps, SSLContext trust) {
        try (VippsClient client =
                new VippsClient(VippsEnvironment.of(vipps.uri(), Samples.SYSTEM), new MutableClock(), trust)) {
            return Samples.api(client).epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY);
        }
    }
}
