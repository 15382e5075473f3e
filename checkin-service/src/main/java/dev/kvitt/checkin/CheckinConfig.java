package dev.kvitt.checkin;

import dev.kvitt.registry.vipps.VippsSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What this service has to be told, besides what every service with a store has. */
@ConfigMapping(prefix = "kvitt")
public interface CheckinConfig {

    /** The file that says who exists. */
    Path registry();

    Vipps vipps();

    Internal internal();

    Checkin checkin();

    Create create();

    Payment payment();

    /** Vipps MobilePay. */
    interface Vipps extends VippsSettings {
        /** Past this a customer is not known, or it is not known what Vipps did with a code. Five times this must fit into a task's lease. */
        @WithDefault("PT5S")
        Duration requestTimeout();
    }

    /** What only the installation's own services may ask. */
    interface Internal {
        /** Holds the bearer token that services show each other. */
        Path tokenFile();
    }

    /** Check-ins and keys. */
    interface Checkin {
        /** Holds 32 bytes in Base64, which seal the day keys in the database. */
        Path keyFile();

        /** Holds the bearer token of tills that have values sealed; without it nobody may. */
        Optional<Path> sealTokenFile();

        /**
         * Where customers' browsers reach the pages below {@code /p/}, such as {@code https://pay.example.com}: without a slash at the
         * end; https, but http to this very machine. Needed where a till of the registry has {@code flow: page}.
         */
        Optional<URI> publicUrl();

        /** Who may order printed codes under {@code /codes}, by a name of the operator's choice; without any, nobody may. */
        Map<String, CodeToken> codeTokens();

        /** How many sheets are printed at once at the most. */
        @WithDefault("100")
        int mostSheets();

        Page page();

        /** A scan older than this opens nothing. */
        @WithDefault("PT60S")
        Duration maxAge();

        /** Whether Vipps is asked if two scans at a till are the same customer's. */
        @WithDefault("true")
        boolean compareScans();

        /** For how long Vipps is asked for the number behind a customer's own code before the code is passed on as it is. */
        @WithDefault("PT5S")
        Duration exchangeFor();

        /** A machine's sale that can no longer be paid holds its code for this much longer, so that its end can be heard. */
        @WithDefault("PT1M")
        Duration lateNews();

        /** How often the codes that Vipps has are compared with the registry's. */
        @WithDefault("PT1H")
        Duration compareCodesEvery();

        /** A code that has been in no till of the registry for this long is deleted at Vipps; never when absent. */
        Optional<Duration> deleteRemovedCodesAfter();
    }

    /** A token and what it is good for. */
    interface CodeToken {
        /** Holds the bearer token, at least 16 characters. */
        Path tokenFile();

        /** Merchant serial numbers that this token is good for. */
        Set<String> salesUnits();
    }

    /** The payment page. What is beyond a limit in one minute is answered 429. */
    interface Page {
        /** Requests from one address in a minute. Many phones of a mobile network share one. */
        @WithDefault("600")
        int looksPerSource();

        /** Requests for one printed code in a minute; a page that waits looks every other second. */
        @WithDefault("600")
        int looksPerCode();

        /** Presses of pay from one address in a minute. */
        @WithDefault("60")
        int pressesPerSource();

        /** Presses of pay for one printed code in a minute. */
        @WithDefault("20")
        int pressesPerCode();

        /** How long a browser that comes back from Vipps is told what became of the payment. */
        @WithDefault("P7D")
        Duration returnsKeptFor();
    }

    /** What payment-service allows. */
    interface Payment {
        /** For how long after it was asked for a payment request may be wanted at most. */
        @WithDefault("PT24H")
        Duration longestValidity();
    }

    /** Payment requests. */
    interface Create {
        /** For how long after the scan the customer still wants the payment request. */
        @WithDefault("PT2M")
        Duration validFor();
    }
}
