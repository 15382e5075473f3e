package dev.kvitt.events;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.nio.charset.CharacterCodingException;
import java.util.stream.Collectors;

/** A message is not what it says it is. The text names fields only, never what stood in them. */
public final class UnreadableEventException extends RuntimeException {

    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Parsers quote the text they stumble over; that may be somebody's phone number, so the cause is left behind. */
    static UnreadableEventException because(String type, Exception cause) {
        var where = cause instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? " at "
                        + mapping.getPath().stream()
                                .map(part ->
                                        part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                                .collect(Collectors.joining("."))
                : "";
        var what = isNoJson(cause) ? "is not JSON in UTF-8, or is nested too deep" : "does not fit its type";
        return new UnreadableEventException("the value of " + type + " " + what + where, null);
    }

    private static boolean isNoJson(Exception cause) {
        return cause instanceof StreamReadException
                || cause instanceof StreamConstraintsException
                || cause instanceof CharacterCodingException;
    }
}
