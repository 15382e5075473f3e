package dev.kvitt.events;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who reads and who writes which topic. The services read what stands here, and Kafka's access rules are made from it
 * ({@code deploy/kafka}), so whoever may do more than this has been given it by hand.
 */
public enum TopicUser {
    WEBHOOK_GATEWAY(
            "webhook-gateway", List.of(), List.of(Topics.VIPPS_PAYMENTS, Topics.VIPPS_CHECKINS, Topics.QUARANTINE)),
    CHECKIN_SERVICE(
            "checkin-service",
            List.of(
                    Topics.POS_SALES,
                    Topics.POS_HTTP,
                    Topics.VIPPS_CHECKINS,
                    Topics.PAYMENT_EVENTS,
                    Topics.OPERATOR_COMMANDS),
            List.of(Topics.CHECKIN_EVENTS, Topics.QUARANTINE)),
    PAYMENT_SERVICE(
            "payment-service",
            List.of(
                    Topics.POS_SALES,
                    Topics.POS_HTTP,
                    Topics.VIPPS_PAYMENTS,
                    Topics.CHECKIN_EVENTS,
                    Topics.PAYMENT_RESULTS,
                    Topics.RECEIPT_EVENTS,
                    Topics.PAYMENT_EVENTS,
                    Topics.OPERATOR_COMMANDS),
            List.of(
                    Topics.POS_HTTP,
                    Topics.VIPPS_PAYMENTS,
                    Topics.PAYMENT_COMMANDS,
                    Topics.PAYMENT_EVENTS,
                    Topics.QUARANTINE)),
    CAPTURE_SERVICE(
            "capture-service",
            List.of(Topics.PAYMENT_COMMANDS, Topics.OPERATOR_COMMANDS),
            List.of(Topics.PAYMENT_RESULTS, Topics.QUARANTINE)),
    RECEIPT_SERVICE(
            "receipt-service",
            List.of(Topics.PAYMENT_EVENTS, Topics.OPERATOR_COMMANDS),
            List.of(Topics.RECEIPT_EVENTS, Topics.QUARANTINE)),
    /** Serves the people who decide about sales: it keeps every message, and tells the others what a person has decided. */
    OPERATIONS_SERVICE("operations-service", Topics.ALL, List.of(Topics.OPERATOR_COMMANDS, Topics.QUARANTINE)),
    /** One back end of tills or machines. Each has a principal of its own, and a topic of its own where it may do less. */
    POINT_OF_SALE("point-of-sale", List.of(Topics.PAYMENT_EVENTS, Topics.RECEIPT_EVENTS), List.of(Topics.POS_SALES));

    private final String principal;
    private final List<String> reads;
    private final List<String> writes;

    TopicUser(String principal, List<String> reads, List<String> writes) {
        this.principal = principal;
        this.reads = reads;
        this.writes = writes;
    }

    /** The user's name at Kafka unless it is given another; of services also their consumer group. */
    public String principal() {
        return principal;
    }

    public List<String> reads() {
        return reads;
    }

    public List<String> writes() {
        return writes;
    }

    /** @param pointsOfSale the topics that the registry names, in the place of {@link Topics#POS_SALES} */
    public List<String> reads(List<String> pointsOfSale) {
        return reads.stream()
                .flatMap(topic -> topic.equals(Topics.POS_SALES) ? pointsOfSale.stream() : Stream.of(topic))
                .toList();
    }

    /** Whether it is a service of Kvitt: one principal, one consumer group, all of them the same in every installation. */
    public boolean isService() {
        return this != POINT_OF_SALE;
    }
}
