package dev.kvitt.local.kafka;

/** The topics of one installation, with the partitions they have on a laptop. */
public enum Topic {
    POS_SALES("pos.sales"),
    VIPPS_PAYMENTS("vipps.payments"),
    VIPPS_CHECKINS("vipps.checkins"),
    CHECKIN_EVENTS("checkin.events"),
    PAYMENT_COMMANDS("payment.commands"),
    PAYMENT_RESULTS("payment.results"),
    PAYMENT_EVENTS("payment.events"),
    RECEIPT_EVENTS("receipt.events"),
    OPERATOR_COMMANDS("operator.commands"),
    QUARANTINE("quarantine", 1);

    /** Where points of sale of the local registry speak that may not pay money back. */
    public static final String SELF_SERVICE = "pos.self-service";

    /** Partitions of every topic keyed by sale; the same for all, so that one sale has one partition number everywhere. */
    public static final int SALE_PARTITIONS = 4;

    private final String topicName;
    private final int partitions;

    Topic(String topicName) {
        this(topicName, SALE_PARTITIONS);
    }

    Topic(String topicName, int partitions) {
        this.topicName = topicName;
        this.partitions = partitions;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** Number of partitions, at least 1. */
    public int partitions() {
        return partitions;
    }
}
