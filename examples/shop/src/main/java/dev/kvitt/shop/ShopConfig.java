package dev.kvitt.shop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;

/** Where Kvitt is, and who we are there. */
@ConfigMapping(prefix = "shop")
interface ShopConfig {

    /** Base address of payment-service's HTTP API. */
    URI kvittUrl();

    /** File with the bearer token that may read, sell and refund for all three points of sale. */
    Path tokenFile();

    /** Base address of checkin-service, which seals what is personal. */
    URI sealUrl();

    /** File with the bearer token for sealing. */
    Path sealTokenFile();

    /** Base address of the customer's phone: the sandbox's. */
    URI phoneUrl();

    /** Base address of the page on which a passenger pays: checkin-service's public one. */
    URI pageUrl();

    /** Where each point of sale writes down what it is about to send. */
    Path folder();

    /** Merchant serial number of the sales unit. */
    String msn();

    Place till();

    Place machine();

    Place meter();

    /** A till, machine or meter as in Kvitt's registry. */
    interface Place {
        String id();

        /** Of the code that is printed there. */
        String qrId();
    }

    /** In which the pages are shown first, and Kvitt is asked; somebody may choose another on any page. */
    @WithDefault("en")
    Language language();

    /** What the customer's app shows as the purchase. */
    @WithDefault("Kaffebaren")
    String description();
}
