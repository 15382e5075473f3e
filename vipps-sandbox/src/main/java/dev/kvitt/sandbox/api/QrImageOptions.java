package dev.kvitt.sandbox.api;

import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.qr.QrImage;
import dev.kvitt.vipps.rules.qr.QrImageFormat;
import dev.kvitt.vipps.rules.qr.QrImageSize;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the QR API is told what a picture should look like: callback codes by query, all others by headers. */
final class QrImageOptions {

    private static final String SIZE = "Size";

    private QrImageOptions() {}

    /**
     * Documents disagree on the parameters' case, so any case will do.
     *
     * @throws RefusedException if the format is unknown or the size out of range
     */
    static QrImage query(UriInfo uri) {
        QrImageFormat format = QrImageFormat.ofQuery(
                        parameter(uri, "qrimageformat").orElse("SVG"))
                .orElseThrow(() -> malformed("QrImageFormat", "Must be PNG or SVG."));
        return new QrImage(format, size("QrImageSize", parameter(uri, "qrimagesize")));
    }

    /**
     * @return empty if the format is none of the documented: 415
     * @throws RefusedException if the size is out of range
     */
    static Optional<QrImage> headers(HttpHeaders headers) {
        int size = size(SIZE, Optional.ofNullable(headers.getHeaderString(SIZE)));
        return QrImageFormat.accepted(headers.getHeaderString(HttpHeaders.ACCEPT))
                .map(format -> new QrImage(format, size));
    }

    private static int size(String name, Optional<String> text) {
        return text.map(value -> QrImageSize.parse(value.trim()).orElseThrow(() -> malformed(name, QrImageSize.RANGE)))
                .orElse(QrImageSize.DEFAULT);
    }

    private static Optional<String> parameter(UriInfo uri, String lowerCaseName) {
        return uri.getQueryParameters().entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(lowerCaseName))
                .map(Map.Entry::getValue)
                .map(List::getFirst)
                .findFirst();
    }

    private static RefusedException malformed(String name, String reason) {
        return new RefusedException(Refusal.Malformed.of(name, reason));
    }
}
