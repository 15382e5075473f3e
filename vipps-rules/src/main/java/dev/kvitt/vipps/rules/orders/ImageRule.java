package dev.kvitt.vipps.rules.orders;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What an image must keep. */
public final class ImageRule {

    /** Pixels. */
    public static final int MIN_HEIGHT = 167;

    /** Bytes of the file: 2 MB. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final String TYPE = "base64";

    /** What came of looking at an image. */
    public sealed interface Verdict {
        record Fine(ImageHeader header) implements Verdict {}

        record Refused(List<FieldProblem> problems) implements Verdict {}
    }

    private ImageRule() {}

    public static Verdict judge(ImageBody body) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!OrderId.isValidImage(body.imageId())) {
            problems.add(new FieldProblem(
                    "imageId",
                    OrderId.mustMatch("ImageId") + " It has at most " + OrderId.MAX_IMAGE_ID + " characters."));
        }
        if (!TYPE.equals(body.type())) {
            problems.add(new FieldProblem("type", "Must be " + TYPE + "."));
        }
        Optional<byte[]> file = decoded(body.src());
        Optional<ImageHeader> header = file.flatMap(ImageHeader::read);
        if (file.isEmpty()) {
            problems.add(new FieldProblem("src", "The file in Base64 is required."));
        } else if (header.isEmpty()) {
            problems.add(new FieldProblem("src", "The image must be PNG or JPEG."));
        } else {
            dimensions(problems, file.get().length, header.get().height());
        }
        return problems.isEmpty() ? new Verdict.Fine(header.orElseThrow()) : new Verdict.Refused(problems);
    }

    private static void dimensions(List<FieldProblem> problems, int bytes, int height) {
        if (bytes > MAX_BYTES) {
            problems.add(new FieldProblem("src", "The file size is at most 2 MB."));
        }
        if (height < MIN_HEIGHT) {
            problems.add(new FieldProblem("src", "The height is at least " + MIN_HEIGHT + " px."));
        }
    }

    private static Optional<byte[]> decoded(String src) {
        if (src == null || src.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(src));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
