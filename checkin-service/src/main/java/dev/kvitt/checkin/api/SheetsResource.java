package dev.kvitt.checkin.api;

import dev.kvitt.checkin.api.sheets.Language;
import dev.kvitt.checkin.api.sheets.Paper;
import dev.kvitt.checkin.api.sheets.Printer;
import dev.kvitt.checkin.domain.CodeRefusal;
import dev.kvitt.checkin.domain.PrintedCode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Sheets to print. */
@Path("/codes/{msn}")
public class SheetsResource {

    private final CodeDoor door;
    private final CodeSheets sheets;
    private final Printer printer;

    SheetsResource(CodeDoor door, CodeSheets sheets, Printer printer) {
        this.door = door;
        this.sheets = sheets;
        this.printer = printer;
    }

    @GET
    @Path("{qrId}/sheet")
    public Response one(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("msn") String msn,
            @PathParam("qrId") String qrId,
            @QueryParam("format") @DefaultValue("pdf") String format,
            @QueryParam("lang") String lang,
            @QueryParam("size") @DefaultValue("a4") String size) {
        return door.open(authorization, msn, caller -> {
            var paper = paper(size);
            var wanted = format(format);
            var sheet = sheets.of(new PrintedCode(caller.msn(), qrId), language(lang));
            var file =
                    switch (wanted) {
                        case PDF -> printer.pdf(List.of(sheet), paper);
                        case PNG -> printer.png(sheet, paper);
                        case SVG -> printer.svg(sheet, paper);
                    };
            return file(file, wanted, qrId);
        });
    }

    @GET
    @Path("sheets.pdf")
    public Response many(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("msn") String msn,
            @QueryParam("shop") String shop,
            @QueryParam("lang") String lang,
            @QueryParam("size") @DefaultValue("a4") String size) {
        return door.open(authorization, msn, caller -> {
            var paper = paper(size);
            var all = sheets.of(caller.msn(), Optional.ofNullable(shop), language(lang));
            return file(printer.pdf(all, paper), Format.PDF, "sheets");
        });
    }

    private static Response file(byte[] bytes, Format format, String name) {
        return Response.ok(bytes, format.type)
                .header("Content-Disposition", "inline; filename=\"" + name + "." + format.word + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private enum Format {
        PDF("pdf", "application/pdf"),
        PNG("png", "image/png"),
        SVG("svg", "image/svg+xml");

        private final String word;
        private final String type;

        Format(String word, String type) {
            this.word = word;
            this.type = type;
        }
    }

    private static Format format(String word) {
        for (var format : Format.values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        throw new CodeRefusal(CodeRefusal.Kind.INVALID, "bad-format", "The format is pdf, png or svg.");
    }

    private static Paper paper(String name) {
        return Paper.of(name)
                .orElseThrow(() -> new CodeRefusal(CodeRefusal.Kind.INVALID, "bad-size", "The size is a4, a5 or a6."));
    }

    private static Optional<Language> language(String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        return Optional.of(Language.of(tag)
                .orElseThrow(() -> new CodeRefusal(
                        CodeRefusal.Kind.INVALID, "bad-language", "The language is nb, da, fi or en.")));
    }
}
