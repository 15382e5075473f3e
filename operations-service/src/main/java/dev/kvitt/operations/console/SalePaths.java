package dev.kvitt.operations.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of a sale's pages. */
final class SalePaths {

    private SalePaths() {}

    static String sale(String msn, String saleId) {
        return "/console/sales/" + part(msn) + "/" + part(saleId);
    }

    static String message(String msn, String saleId, String id) {
        return sale(msn, saleId) + "/messages/" + part(id);
    }

    static String decision(String msn, String saleId, String what) {
        return sale(msn, saleId) + "/decide/" + what;
    }

    static String skip(String msn, String saleId, String operation) {
        return decision(msn, saleId, "skip") + "?operation=" + part(operation);
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
