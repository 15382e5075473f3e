package dev.kvitt.checkin.api.sheets;

import java.util.List;

/**
 * A sheet laid out, in points from its upper left corner. What is drawn later lies on top.
 *
 * @param code the QR code
 * @param discs black circles
 * @param rules grey lines
 * @param lines text
 */
record Drawing(double width, double height, Square code, List<Disc> discs, List<Rule> rules, List<Line> lines) {

    /** @param modules true is black; without the white zone around it, which the layout leaves */
    record Square(double x, double y, double side, boolean[][] modules) {

        double module() {
            return side / modules.length;
        }
    }

    record Disc(double x, double y, double radius) {}

    record Rule(double x1, double x2, double y) {}

    /** @param y of the baseline */
    record Line(double x, double y, double size, String text, Ink ink) {}

    /** Colours. */
    enum Ink {
        BLACK(0),
        GREY(90),
        WHITE(255);

        private final int level;

        Ink(int level) {
            this.level = level;
        }

        /** 0 is black, 255 white. */
        int level() {
            return level;
        }

        String hex() {
            return "#" + "%02x".formatted(level).repeat(3);
        }
    }
}
