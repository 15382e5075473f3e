package dev.kvitt.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.text.Cell;
import dev.kvitt.cli.text.Json;

/** An answer that says no: its reason as the service tells it, and what to do. */
final class Refusal {

    private Refusal() {}

    static Failure of(Call call, int status, byte[] body) {
        JsonNode problem = Json.read(body).orElseGet(Json::object);
        String detail = first(Cell.text(problem, "detail"), Cell.text(problem, "title"), "no reason was given");
        String code = Cell.text(problem, "code");
        String happened = "operations-service answered " + status + (code.isEmpty() ? "" : " " + code) + ": " + detail;
        String whole = happened + "\n" + meaning(call, status);
        return status == 404 ? Failure.absent(whole) : new Failure(exitCode(status), whole);
    }

    private static int exitCode(int status) {
        return status == 401 || status == 403 ? ExitCode.NOT_ALLOWED : ExitCode.FAILED;
    }

    private static String meaning(Call call, int status) {
        return switch (status) {
            case 401 -> "Nothing was done. The token is not known there, or no longer: see --token-file.";
            case 403 -> "Nothing was done. This token's roles do not cover it: kvitt me tells them.";
            case 404 -> "Nothing was done. There is no such thing, or this release of the service does not have it.";
            case 409 -> "Nothing was done. Somebody or something was faster: look again before you decide.";
            case 429 -> "Nothing was done. Try again in a minute.";
            default ->
                status / 100 == 5 && call.changes()
                        ? "Whether it was done is not known. Look before you ask again: kvitt audit tells what was decided."
                        : "Nothing was done.";
        };
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
