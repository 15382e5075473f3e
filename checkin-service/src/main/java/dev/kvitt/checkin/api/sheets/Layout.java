package dev.kvitt.checkin.api.sheets;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import dev.kvitt.checkin.api.sheets.Drawing.Disc;
import dev.kvitt.checkin.api.sheets.Drawing.Ink;
import dev.kvitt.checkin.api.sheets.Drawing.Line;
import dev.kvitt.checkin.api.sheets.Drawing.Rule;
import dev.kvitt.checkin.api.sheets.Drawing.Square;
import java.util.ArrayList;
import java.util.List;

/** Where everything stands on a sheet. Measures are millimetres on A4; smaller paper has all of it smaller. */
final class Layout {

    private static final double MARGIN = 20;
    private static final double CODE_TOP = 53;
    private static final double CODE_SIDE = 134;
    private static final double LOCATION_AT = 197;
    private static final double FIRST_STEP_AT = 219;
    private static final double STEP_HEIGHT = 17;
    private static final double SMALL_PRINT_AT = 284;
    /** Modules that stay white on each side, as the standard (ISO/IEC 18004) asks. */
    private static final int QUIET_ZONE = 4;

    private final SheetFont font;
    private final double unit;
    private final double width;
    private final double height;
    private final List<Disc> discs = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private Layout(SheetFont font, Paper paper) {
        this.font = font;
        this.unit = paper.width() / Paper.A4.widthMm();
        this.width = Paper.A4.widthMm();
        this.height = paper.height();
    }

    static Drawing of(Sheet sheet, Paper paper, SheetFont font) {
        return new Layout(font, paper).draw(sheet);
    }

    private Drawing draw(Sheet sheet) {
        centred(sheet.language().title(), 40, 12, Ink.BLACK);
        rule(50);
        centred(sheet.location(), LOCATION_AT, 9, Ink.BLACK);
        rule(204);
        steps(sheet.language().steps(sheet.flow()));
        centred(sheet.smallPrint(), SMALL_PRINT_AT, 3.6, Ink.GREY);
        return new Drawing(width * unit, height, code(sheet.content()), discs, rules, lines);
    }

    /** Smaller where the line is too long. */
    private void centred(String text, double at, double size, Ink ink) {
        var shown = font.printable(text);
        var fitting = Math.min(size, size * (width - 2 * MARGIN) / font.width(shown, size));
        line(shown, (width - font.width(shown, fitting)) / 2, at, fitting, ink);
    }

    private void line(String text, double x, double at, double size, Ink ink) {
        lines.add(new Line(x * unit, at * unit, size * unit, text, ink));
    }

    private void rule(double at) {
        rules.add(new Rule(MARGIN * unit, (width - MARGIN) * unit, at * unit));
    }

    private void steps(List<String> steps) {
        var longest =
                steps.stream().mapToDouble(step -> font.width(step, 1)).max().orElse(1);
        var size = Math.min(7, (width - 2 * MARGIN - 14) / longest);
        var left = (width - longest * size - 14) / 2;
        for (var n = 0; n < steps.size(); n++) {
            var at = FIRST_STEP_AT + n * STEP_HEIGHT;
            var number = String.valueOf(n + 1);
            discs.add(new Disc((left + 5) * unit, (at - size * 0.36) * unit, 5 * unit));
            line(number, left + 5 - font.width(number, size) / 2, at, size, Ink.WHITE);
            line(font.printable(steps.get(n)), left + 14, at, size, Ink.BLACK);
        }
    }

    /** Middle error correction: a print gets scratched. */
    private Square code(String content) {
        var modules = modules(content);
        var side = CODE_SIDE * modules.length / (modules.length + 2 * QUIET_ZONE);
        var x = (width - side) / 2;
        return new Square(x * unit, (CODE_TOP + (CODE_SIDE - side) / 2) * unit, side * unit, modules);
    }

    private static boolean[][] modules(String content) {
        try {
            var matrix = Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
            var modules = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (var y = 0; y < modules.length; y++) {
                for (var x = 0; x < modules.length; x++) {
                    modules[y][x] = matrix.get(x, y) == 1;
                }
            }
            return modules;
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text of a code is too long for a QR code", e);
        }
    }
}
