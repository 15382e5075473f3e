package dev.kvitt.capture;

import dev.kvitt.vipps.client.qr.QrFormat;

/** What Vipps gives for a code on a till's screen. */
public enum ScreenCode {
    /** The address of a scalable image. */
    SVG(new QrFormat.Svg()),
    /** The address of a bitmap of 1024 pixels. */
    PNG(new QrFormat.Png(1024)),
    /** The text of the code, for tills that draw it themselves. */
    TEXT(new QrFormat.TargetUrl());

    private final QrFormat format;

    ScreenCode(QrFormat format) {
        this.format = format;
    }

    public QrFormat format() {
        return format;
    }
}
