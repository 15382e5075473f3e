package dev.kvitt.checkin.api;

import java.util.regex.Pattern;

/**
 * The form that pays.
 *
 * @param action where it is sent
 * @param token one-time, bound to the browser and to how often pay had been pressed
 * @param phone as it was typed; empty at first
 * @param wrong it is no phone number
 * @param again this browser's attempt before came to nothing
 */
public record PageForm(String action, String token, String phone, boolean wrong, boolean again) {

    /** Longest number in characters, with all that people put between digits. */
    static final int MAX_PHONE = 30;

    private static final Pattern SEPARATORS = Pattern.compile("[ \\u00a0().-]");
    // What is missing of the country code is added where the request is sent.
    private static final Pattern NUMBER = Pattern.compile("(\\+|00)?[0-9]{8,15}");

    /** @return digits, perhaps after a plus sign; empty for nothing */
    static String digits(String typed) {
        return typed == null ? "" : SEPARATORS.matcher(typed.strip()).replaceAll("");
    }

    static boolean isWrong(String typed) {
        return typed != null
                && (typed.length() > MAX_PHONE
                        || !(digits(typed).isEmpty()
                                || NUMBER.matcher(digits(typed)).matches()));
    }
}
