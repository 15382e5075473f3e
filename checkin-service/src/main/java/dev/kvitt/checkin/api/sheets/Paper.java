package dev.kvitt.checkin.api.sheets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** ISO 216 sizes, upright. All have the same shape, so one layout does. */
public enum Paper {
    A4(210, 297),
    A5(148, 210),
    A6(105, 148);

    private static final double MM_TO_POINT = 72 / 25.4;

    private final int widthMm;
    private final int heightMm;

    Paper(int widthMm, int heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    int widthMm() {
        return widthMm;
    }

    int heightMm() {
        return heightMm;
    }

    /** In points of 1/72 inch. */
    double width() {
        return widthMm * MM_TO_POINT;
    }

    double height() {
        return heightMm * MM_TO_POINT;
    }

    /** By its name in small letters. */
    public static Optional<Paper> of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
