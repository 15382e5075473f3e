package dev.kvitt.checkin.api.sheets;

import dev.kvitt.registry.Flow;

/**
 * What is to be printed.
 *
 * @param content the text in the code, exactly as Vipps MobilePay gives it
 * @param location where the code is, as the app shows it
 * @param smallPrint for who hangs it up: sales unit, shop, till and code
 */
public record Sheet(String content, String location, Flow flow, Language language, String smallPrint) {}
