package dev.kvitt.checkin.api.sheets;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A sheet as PNG, 300 dots an inch. */
final class PngSheet {

    private static final double DOTS_PER_POINT = 300 / 72.0;

    private PngSheet() {}

    static byte[] of(Sheet sheet, Paper paper, SheetFont font) {
        var drawing = Layout.of(sheet, paper, font);
        var image = new BufferedImage(
                (int) Math.round(drawing.width() * DOTS_PER_POINT),
                (int) Math.round(drawing.height() * DOTS_PER_POINT),
                BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            code(drawing.code(), graphics);
            graphics.scale(DOTS_PER_POINT, DOTS_PER_POINT);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            draw(drawing, font, graphics);
        } finally {
            graphics.dispose();
        }
        return bytes(image);
    }

    /** Every module has the same whole number of dots; what is left over stays white. */
    private static void code(Drawing.Square code, Graphics2D graphics) {
        var module = (int) (code.module() * DOTS_PER_POINT);
        var spare = (code.side() * DOTS_PER_POINT - module * code.modules().length) / 2;
        var left = (int) (code.x() * DOTS_PER_POINT + spare);
        var top = (int) (code.y() * DOTS_PER_POINT + spare);
        graphics.setColor(Color.BLACK);
        Runs.of(code.modules())
                .forEach(run -> graphics.fillRect(
                        left + run.x() * module, top + run.y() * module, run.length() * module, module));
    }

    private static void draw(Drawing drawing, SheetFont font, Graphics2D graphics) {
        graphics.setColor(new Color(0x99, 0x99, 0x99));
        graphics.setStroke(new BasicStroke(1));
        drawing.rules().forEach(rule -> graphics.draw(new Line2D.Double(rule.x1(), rule.y(), rule.x2(), rule.y())));
        graphics.setColor(Color.BLACK);
        drawing.discs()
                .forEach(disc -> graphics.fill(new Ellipse2D.Double(
                        disc.x() - disc.radius(), disc.y() - disc.radius(), 2 * disc.radius(), 2 * disc.radius())));
        drawing.lines().forEach(line -> {
            var level = line.ink().level();
            graphics.setColor(new Color(level, level, level));
            graphics.fill(font.outlines(line));
        });
    }

    private static byte[] bytes(BufferedImage image) {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be written to memory", e);
        }
    }
}
