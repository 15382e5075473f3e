package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.qr.QrImage;
import dev.kvitt.vipps.rules.qr.QrImageFormat;
import dev.kvitt.vipps.rules.qr.QrImageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the code of a payment is asked for. */
final class QrFormatRule {

    private QrFormatRule() {}

    static List<FieldProblem> problems(CreateBody body) {
        CreateBody.QrFormat asked = body.qrFormat();
        if (asked == null) {
            return List.of();
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (!UserFlow.QR.name().equals(body.userFlow())) {
            problems.add(new FieldProblem("qrFormat", "Only with userFlow QR."));
        }
        if (asked.format() != null && QrImageFormat.ofPayment(asked.format()).isEmpty()) {
            problems.add(
                    new FieldProblem("qrFormat.format", "Must be one of IMAGE/SVG+XML, IMAGE/PNG, TEXT/TARGETURL."));
        }
        if (asked.size() != null && !QrImageSize.isValid(asked.size())) {
            problems.add(new FieldProblem("qrFormat.size", QrImageSize.RANGE));
        }
        return problems;
    }

    /** Of a body without problems: present for userFlow QR only. */
    static Optional<QrImage> image(CreateBody body) {
        if (!UserFlow.QR.name().equals(body.userFlow())) {
            return Optional.empty();
        }
        Optional<CreateBody.QrFormat> asked = Optional.ofNullable(body.qrFormat());
        return Optional.of(new QrImage(
                asked.map(CreateBody.QrFormat::format)
                        .flatMap(QrImageFormat::ofPayment)
                        .orElse(QrImageFormat.SVG),
                asked.map(CreateBody.QrFormat::size).orElse(QrImageSize.DEFAULT_OF_PAYMENT)));
    }
}
