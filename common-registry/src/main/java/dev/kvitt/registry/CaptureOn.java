package dev.kvitt.registry;

/** When the money of a sale is taken whose till has not said that it confirms. */
public enum CaptureOn {
    /** As soon as the customer has approved: the goods are handed over at once. */
    AUTHORIZATION,
    /** When the point of sale confirms that the goods are with the customer. */
    CONFIRMATION
}
