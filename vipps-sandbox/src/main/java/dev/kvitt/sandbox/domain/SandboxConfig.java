package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Market;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything that can be set from outside. The rules' switches are in {@link RulesConfig}. */
@ConfigMapping(prefix = "sandbox")
public interface SandboxConfig {

    /** The merchants that exist. */
    List<MerchantConfig> merchants();

    /** Accounting systems, which have keys of their own. */
    Optional<List<AccountingConfig>> accountingKeys();

    /** Where customers' phones and browsers reach the sandbox: the start of redirect and image URLs. */
    String publicUrl();

    /** Take webhook URLs with http and odd ports, for this machine's own addresses only. */
    @WithDefault("false")
    boolean allowLoopbackHttp();

    /** Answer 429 beyond Vipps' rate limits. */
    @WithDefault("true")
    boolean rateLimits();

    /** Entries the journal holds; the oldest are dropped beyond it. */
    @WithDefault("100000")
    int journalLimit();

    /** Payments kept, of all merchants together; beyond it the oldest that are over are dropped. */
    @WithDefault("200000")
    int paymentsLimit();

    /** Rows kept of each topic of each ledger; beyond it the oldest are dropped. Made-up ones are not counted. */
    @WithDefault("100000")
    int ledgerRowsLimit();

    /** Ledgers on one page of their list. */
    @WithDefault("100")
    int ledgersPage();

    /** Idempotency keys remembered of one payment; beyond it those of refused requests are forgotten, then the oldest. */
    @WithDefault("1000")
    int keysPerPaymentLimit();

    /** Where the state is kept, so that it survives the process; absent = in memory only. */
    Optional<Path> stateFile();

    /** A request that is larger gets 413. Images alone may be as large as the HTTP server lets through. */
    @WithDefault("256K")
    MemorySize bodyLimit();

    /** How long, in real time, moving the clock waits for deliveries that became due by it. */
    @WithDefault("5S")
    Duration clockPatience();

    Webhooks webhooks();

    Faults faults();

    RulesConfig rules();

    /** How webhooks are delivered. */
    interface Webhooks {
        /** Multiplies every wait between attempts: 1.0 is real time, 0.01 a hundred times faster. */
        @WithDefault("1.0")
        double retryScale();

        /** A receiver that has not answered by then has failed. */
        @WithDefault("10S")
        Duration answerTimeout();

        /** Deliveries that wait or are tried again; beyond it new ones are not sent. */
        @WithDefault("100000")
        int pendingLimit();

        /** Events that wait for one registration and payment; newer ones are lost beyond it, as the journal tells. */
        @WithDefault("1000")
        int laneLimit();

        /** Connections kept per receiver. */
        @WithDefault("64")
        int connections();
    }

    /** What the fault dial holds. */
    interface Faults {
        /** Faults at a time. */
        @WithDefault("1000")
        int limit();

        /** Requests and deliveries whose attempts are counted; the longest unseen are forgotten beyond it. */
        @WithDefault("100000")
        int rememberedRequests();
    }

    /** One sales unit with its keys. */
    interface MerchantConfig {
        String msn();

        String name();

        String clientId();

        String clientSecret();

        String subscriptionKey();

        /** As good as the first; for renewing one while the other is in use. */
        Optional<String> secondarySubscriptionKey();

        @WithDefault("NO")
        Market market();

        /** Phone numbers of made-up customers, for those who drive the sandbox. */
        Optional<List<String>> customers();

        @WithDefault("true")
        boolean pushAllowed();

        @WithDefault("true")
        boolean partialCaptureAllowed();

        @WithDefault("true")
        boolean longLivingAllowed();

        @WithDefault("false")
        boolean expressAllowed();

        @WithDefault("false")
        boolean nationalIdentityAllowed();

        @WithDefault("false")
        boolean lateCaptureAllowed();

        @WithDefault("true")
        boolean refundAllowed();

        @WithDefault("true")
        boolean bankAccountVerified();
    }

    /** The keys of one accounting system. */
    interface AccountingConfig {
        String name();

        String clientId();

        String clientSecret();

        /** The sales units it may report on. */
        List<String> msns();
    }
}
