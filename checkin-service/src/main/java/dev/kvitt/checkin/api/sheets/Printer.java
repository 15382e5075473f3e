package dev.kvitt.checkin.api.sheets;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Draws sheets, one at a time: a page of dots takes some 10 MB, and checking customers in comes first. */
@Singleton
public class Printer {

    private SheetFont font;

    /** Read when it is first wanted: most replicas never print. */
    private SheetFont font() {
        if (font == null) {
            font = SheetFont.load();
        }
        return font;
    }

    public synchronized byte[] pdf(List<Sheet> sheets, Paper paper) {
        return PdfSheets.of(sheets, paper, font());
    }

    public synchronized byte[] png(Sheet sheet, Paper paper) {
        return PngSheet.of(sheet, paper, font());
    }

    public synchronized byte[] svg(Sheet sheet, Paper paper) {
        return SvgSheet.of(sheet, paper, font()).getBytes(StandardCharsets.UTF_8);
    }
}
