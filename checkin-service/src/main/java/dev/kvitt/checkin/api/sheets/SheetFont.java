package dev.kvitt.checkin.api.sheets;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Liberation Sans (SIL Open Font License), which PDFBox brings along. Outlines are drawn by ourselves, because containers have
 * no fonts.
 */
final class SheetFont {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final byte[] bytes;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    private SheetFont(byte[] bytes) throws IOException {
        this.bytes = bytes;
        this.font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static SheetFont load() {
        try (var in = PDDocument.class.getResourceAsStream(FILE)) {
            return new SheetFont(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the sheets cannot be read", e);
        }
    }

    /** The font file. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** With a question mark for each character that the font does not have. */
    String printable(String text) {
        return text.codePoints()
                .map(each -> glyphs.getGlyphId(each) == 0 ? '?' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** In the unit of {@code size}. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
    }

    private double advance(int character) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(character));
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the sheets cannot be read", e);
        }
    }

    /** The outlines of a line. */
    Path2D outlines(Drawing.Line line) {
        var scale = line.size() / unitsPerEm;
        var all = new Path2D.Double();
        var x = line.x();
        for (var character : line.text().codePoints().toArray()) {
            var place = new AffineTransform(scale, 0, 0, -scale, x, line.y());
            all.append(outline(character).getPathIterator(place), false);
            x += advance(character) * scale;
        }
        return all;
    }

    private Path2D outline(int character) {
        try {
            var glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(character));
            return glyph == null ? new Path2D.Double() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the sheets cannot be read", e);
        }
    }
}
