package dev.kvitt.vipps.rules.qr;

/**
 * How a code is to be shown.
 *
 * @param size pixels of a PNG, {@link QrImageSize#MIN} to {@link QrImageSize#MAX}; without meaning for the others
 */
public record QrImage(QrImageFormat format, int size) {}
