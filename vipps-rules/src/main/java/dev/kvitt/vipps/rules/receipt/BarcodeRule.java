package dev.kvitt.vipps.rules.receipt;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.List;
import java.util.regex.Pattern;

/** What a barcode must keep so that a scanner can read it. */
final class BarcodeRule {

    private static final Pattern EAN_13 = Pattern.compile("\\d{13}");
    private static final Pattern CODE_39 = Pattern.compile("[0-9A-Z\\-. $/+%]+");
    private static final Pattern CODE_128 = Pattern.compile("\\p{ASCII}+");

    private BarcodeRule() {}

    /** @param path of the barcode, without a dot at its end */
    static List<FieldProblem> problems(Receipt.Barcode barcode, String path) {
        if (barcode.format() == null) {
            return List.of(unknownFormat(path));
        }
        String data = barcode.data() == null ? "" : barcode.data();
        return switch (barcode.format()) {
            case "EAN-13" ->
                fine(
                        path,
                        EAN_13.matcher(data).matches() && endsInCheckDigit(data),
                        "13 digits, the last one their check digit");
            case "CODE 39" ->
                fine(path, CODE_39.matcher(data).matches(), "capital letters, digits, space and - . $ / + %");
            case "CODE 128" -> fine(path, CODE_128.matcher(data).matches(), "ASCII characters");
            default -> List.of(unknownFormat(path));
        };
    }

    private static FieldProblem unknownFormat(String path) {
        return new FieldProblem(path + ".format", "Must be one of EAN-13, CODE 39, CODE 128.");
    }

    private static List<FieldProblem> fine(String path, boolean fine, String needed) {
        return fine ? List.of() : List.of(new FieldProblem(path + ".data", "This format needs " + needed + "."));
    }

    /** Every second digit counts three times, and with the last one the sum is a multiple of ten. */
    private static boolean endsInCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
