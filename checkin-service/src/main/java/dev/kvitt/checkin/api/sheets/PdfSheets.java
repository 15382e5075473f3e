package dev.kvitt.checkin.api.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sheets as PDF, a page each. Text stays text, in a font that is embedded. */
final class PdfSheets {

    /** How far the handles of a Bézier curve lie out for it to look like a quarter of a circle. */
    private static final double QUARTER = 0.5523;

    private PdfSheets() {}

    static byte[] of(List<Sheet> sheets, Paper paper, SheetFont font) {
        try (var document = new PDDocument()) {
            var embedded = PDType0Font.load(document, new ByteArrayInputStream(font.bytes()), true);
            for (var sheet : sheets) {
                page(document, embedded, Layout.of(sheet, paper, font));
            }
            var first = sheets.getFirst().language();
            document.getDocumentInformation().setTitle(first.title());
            document.getDocumentCatalog().setLanguage(first.tag());
            var file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF document could not be written to memory", e);
        }
    }

    private static void page(PDDocument document, PDFont font, Drawing drawing) throws IOException {
        var page = new PDPage(new PDRectangle((float) drawing.width(), (float) drawing.height()));
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            code(content, drawing);
            content.setStrokingColor(0.6f);
            for (var rule : drawing.rules()) {
                content.moveTo((float) rule.x1(), y(drawing, rule.y()));
                content.lineTo((float) rule.x2(), y(drawing, rule.y()));
                content.stroke();
            }
            for (var disc : drawing.discs()) {
                disc(content, disc.x(), drawing.height() - disc.y(), disc.radius());
            }
            for (var line : drawing.lines()) {
                line(content, font, drawing, line);
            }
        }
    }

    /** One path, so that no hairlines show between the rows. */
    private static void code(PDPageContentStream content, Drawing drawing) throws IOException {
        var code = drawing.code();
        content.setNonStrokingColor(0f);
        for (var run : Runs.of(code.modules())) {
            content.addRect(
                    (float) (code.x() + run.x() * code.module()),
                    y(drawing, code.y() + (run.y() + 1) * code.module()),
                    (float) (run.length() * code.module()),
                    (float) code.module());
        }
        content.fill();
    }

    private static void disc(PDPageContentStream content, double x, double y, double r) throws IOException {
        var k = r * QUARTER;
        content.setNonStrokingColor(0f);
        content.moveTo((float) (x - r), (float) y);
        curve(content, x - r, y + k, x - k, y + r, x, y + r);
        curve(content, x + k, y + r, x + r, y + k, x + r, y);
        curve(content, x + r, y - k, x + k, y - r, x, y - r);
        curve(content, x - k, y - r, x - r, y - k, x - r, y);
        content.fill();
    }

    private static void curve(
            PDPageContentStream content, double x1, double y1, double x2, double y2, double x3, double y3)
            throws IOException {
        content.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x3, (float) y3);
    }

    private static void line(PDPageContentStream content, PDFont font, Drawing drawing, Drawing.Line line)
            throws IOException {
        content.setNonStrokingColor(line.ink().level() / 255f);
        content.beginText();
        content.setFont(font, (float) line.size());
        content.newLineAtOffset((float) line.x(), y(drawing, line.y()));
        content.showText(line.text());
        content.endText();
    }

    private static float y(Drawing drawing, double fromTop) {
        return (float) (drawing.height() - fromTop);
    }
}
