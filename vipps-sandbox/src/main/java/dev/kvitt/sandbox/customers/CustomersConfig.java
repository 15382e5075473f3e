package dev.kvitt.sandbox.customers;

import dev.kvitt.vipps.rules.customer.Standing;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The customers that are described; any other number has a made-up owner. */
@ConfigMapping(prefix = "sandbox")
public interface CustomersConfig {

    Optional<List<One>> customers();

    PersonalQr personalQr();

    /** Codes in customers' phones. */
    interface PersonalQr {
        /** How long a MobilePay code can be used after it was shown. Vipps' texts do not say. */
        @WithDefault("5M")
        Duration lifetime();
    }

    /** What is not said is made up from the number. */
    interface One {
        String phone();

        Optional<String> firstName();

        Optional<String> lastName();

        Optional<String> email();

        Optional<LocalDate> birthDate();

        Optional<Place> address();

        Optional<List<Place>> otherAddresses();

        @WithDefault("GOOD")
        Standing standing();
    }

    /** An address. */
    interface Place {
        @WithDefault("home")
        String type();

        String streetAddress();

        String postalCode();

        String region();

        @WithDefault("NO")
        String country();
    }
}
