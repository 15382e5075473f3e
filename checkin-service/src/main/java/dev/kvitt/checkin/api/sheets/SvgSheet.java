package dev.kvitt.checkin.api.sheets;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** A sheet as SVG. Letters are outlines, so that it looks the same wherever it is printed; readers get the text as its title. */
final class SvgSheet {

    private final SheetFont font;
    private final StringBuilder svg = new StringBuilder();

    private SvgSheet(SheetFont font) {
        this.font = font;
    }

    static String of(Sheet sheet, Paper paper, SheetFont font) {
        return new SvgSheet(font).draw(sheet, paper, Layout.of(sheet, paper, font));
    }

    private String draw(Sheet sheet, Paper paper, Drawing drawing) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"%s\" role=\"img\" width=\"%dmm\" height=\"%dmm\""
                        + " viewBox=\"0 0 %.2f %.2f\">",
                sheet.language().tag(), paper.widthMm(), paper.heightMm(), drawing.width(), drawing.height());
        add(
                "<title>%s: %s. %s</title>",
                escaped(sheet.language().title()),
                escaped(sheet.location()),
                escaped(String.join(" ", sheet.language().steps(sheet.flow()))));
        add("<path fill=\"#fff\" d=\"M0 0h%.2fv%.2fh-%.2fz\"/>", drawing.width(), drawing.height(), drawing.width());
        code(drawing.code());
        drawing.rules()
                .forEach(rule -> add(
                        "<path stroke=\"#999\" stroke-width=\"1\" d=\"M%.2f %.2fH%.2f\"/>",
                        rule.x1(), rule.y(), rule.x2()));
        drawing.discs()
                .forEach(
                        disc -> add("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\"/>", disc.x(), disc.y(), disc.radius()));
        drawing.lines().forEach(this::line);
        return svg.append("</svg>\n").toString();
    }

    /** In units of modules, so that every edge is where it belongs. Each run of dark modules in a row is one rectangle. */
    private void code(Drawing.Square code) {
        add(
                "<path shape-rendering=\"crispEdges\" transform=\"translate(%.3f %.3f) scale(%.5f)\" d=\"",
                code.x(), code.y(), code.module());
        Runs.of(code.modules()).forEach(run -> add("M%d %dh%dv1h-%dz", run.x(), run.y(), run.length(), run.length()));
        svg.append("\"/>");
    }

    private void line(Drawing.Line line) {
        add("<path fill=\"%s\" d=\"", line.ink().hex());
        outlines(font.outlines(line));
        svg.append("\"/>");
    }

    private void outlines(Path2D path) {
        var at = new double[6];
        for (var each = path.getPathIterator(null); !each.isDone(); each.next()) {
            switch (each.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> add("M%.2f %.2f", at[0], at[1]);
                case PathIterator.SEG_LINETO -> add("L%.2f %.2f", at[0], at[1]);
                case PathIterator.SEG_QUADTO -> add("Q%.2f %.2f %.2f %.2f", at[0], at[1], at[2], at[3]);
                case PathIterator.SEG_CUBICTO ->
                    add("C%.2f %.2f %.2f %.2f %.2f %.2f", at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> svg.append('Z');
            }
        }
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
