package dev.kvitt.vipps.client.qr;

import dev.kvitt.vipps.client.http.Call;

/** Tells the wanted format by headers, as the redirect and one-time codes of the QR API have it. */
final class QrHeaders {
    private QrHeaders() {}

    static Call as(QrFormat format, Call call) {
        return switch (format) {
            case QrFormat.Svg() -> call.header("Accept", "image/svg+xml");
            case QrFormat.TargetUrl() -> call.header("Accept", "text/targetUrl");
            case QrFormat.Png(int size) -> call.header("Accept", "image/png").header("Size", Integer.toString(size));
        };
    }
}
