package dev.kvitt.events;

/**
 * Why something was not done.
 *
 * @param code stable: a Vipps error code such as {@code vipps-4050}, or one of ours such as {@code more-than-reserved}
 * @param sentence for the person at the till, in English
 * @param retry true when the same sale may be tried again
 */
public record Refusal(String code, String sentence, boolean retry) {}
