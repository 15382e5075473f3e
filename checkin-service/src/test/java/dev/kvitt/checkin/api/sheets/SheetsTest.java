package dev.kvitt.checkin.api.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.registry.Flow;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was drawn is left in {@code target/sheets} to be looked at. */
class SheetsTest {

    private static final String CONTENT = "https://qr.vipps.no/28/2/05/031/fDb8nPnmqm2cVcXq1rZo7";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int DOTS = 12;

    private final Printer printer = new Printer();

    @ParameterizedTest
    @EnumSource
    void a_sheet_says_in_each_language_where_it_is_and_what_to_do(Language language) throws Exception {
        for (var flow : Flow.values()) {
            var sheet = sheet(language, flow, "Blåbærplassen, søndre trapp Ääkköset");
            var pdf = kept(printer.pdf(List.of(sheet), Paper.A4), language + "-" + flow + ".pdf");
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains(language.title(), sheet.location(), "123456 · oslo-s · machine-1 · qr-1")
                        .contains(language.steps(flow));
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
                for (var name : document.getPage(0).getResources().getFontNames()) {
                    assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                            .isTrue();
                }
                assertThat(Decoder.decoded(new PDFRenderer(document).renderImageWithDPI(0, 100)))
                        .isEqualTo(CONTENT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_code_can_be_read_from_a_picture_on_any_paper(Paper paper) throws Exception {
        var png = kept(printer.png(sheet(Language.FI, Flow.TILL, "Kassa 4"), paper), "picture-" + paper + ".png");
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo((int) Math.round(paper.widthMm() / 25.4 * 300));
        assertThat(Decoder.decoded(image)).isEqualTo(CONTENT);
    }

    @Test
    void the_code_can_be_read_from_svg_which_says_what_it_is() throws Exception {
        var svg = new String(
                kept(printer.svg(sheet(Language.NB, Flow.VENDING, "Sportsbar <\"Mål & Mat\">"), Paper.A5), "sheet.svg"),
                StandardCharsets.UTF_8);
        assertThat(svg)
                .contains("<title>Betal med Vipps eller MobilePay: Sportsbar &lt;\"Mål &amp; Mat\"&gt;.")
                .contains("width=\"148mm\" height=\"210mm\"")
                .doesNotContain("<text", "NaN");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        var image = new BufferedImage(60 * DOTS, 60 * DOTS, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        RUN.matcher(svg)
                .results()
                .forEach(run -> graphics.fillRect(
                        (5 + number(run.group(1))) * DOTS,
                        (5 + number(run.group(2))) * DOTS,
                        number(run.group(3)) * DOTS,
                        DOTS));
        assertThat(Decoder.decoded(image)).isEqualTo(CONTENT);
    }

    @Test
    void many_sheets_are_a_page_each() throws Exception {
        var sheets = Stream.of("One", "Two", "Three")
                .map(location -> sheet(Language.EN, Flow.VENDING, location))
                .toList();
        try (var document = Loader.loadPDF(printer.pdf(sheets, Paper.A6))) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(new PDFTextStripper().getText(document)).contains("One", "Two", "Three");
        }
    }

    @Test
    void what_the_font_does_not_have_becomes_a_question_mark() throws Exception {
        try (var document =
                Loader.loadPDF(printer.pdf(List.of(sheet(Language.EN, Flow.TILL, "Kiosk \uD83C\uDF66 東")), Paper.A4))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Kiosk ? ?");
        }
    }

    private static Sheet sheet(Language language, Flow flow, String location) {
        return new Sheet(CONTENT, location, flow, language, "123456 · oslo-s · machine-1 · qr-1");
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static byte[] kept(byte[] file, String name) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/sheets")).resolve(name), file);
        return file;
    }
}
