package dev.kvitt.sandbox.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Squeezes texts that are alike to a fraction: the first {@value #DICTIONARY_BYTES} bytes of them are kept as they are and
 * serve as dictionary for all that follow.
 */
final class Squeezer {

    private static final int DICTIONARY_BYTES = 8 * 1024;
    private static final int BUFFER_BYTES = 4 * 1024;
    private static final byte PLAIN = 0;
    private static final byte SQUEEZED = 1;
    /** What kind it is, and how long the text is. */
    private static final int HEADER_BYTES = Byte.BYTES + Integer.BYTES;

    private final Queue<Deflater> deflaters = new ConcurrentLinkedQueue<>();
    private final Queue<Inflater> inflaters = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private volatile byte[] dictionary = new byte[0];

    byte[] squeeze(byte[] text) {
        if (dictionary.length == 0) {
            collect(text);
            return ByteBuffer.allocate(HEADER_BYTES + text.length)
                    .put(PLAIN)
                    .putInt(text.length)
                    .put(text)
                    .array();
        }
        Deflater pooled = deflaters.poll();
        Deflater deflater = pooled == null ? new Deflater(Deflater.BEST_SPEED, true) : pooled;
        deflater.setDictionary(dictionary);
        deflater.setInput(text);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(HEADER_BYTES)
                .put(SQUEEZED)
                .putInt(text.length)
                .array());
        byte[] buffer = new byte[BUFFER_BYTES];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.reset();
        deflaters.add(deflater);
        return out.toByteArray();
    }

    byte[] restore(byte[] squeezed) {
        if (squeezed[0] == PLAIN) {
            return Arrays.copyOfRange(squeezed, HEADER_BYTES, squeezed.length);
        }
        Inflater pooled = inflaters.poll();
        Inflater inflater = pooled == null ? new Inflater(true) : pooled;
        try {
            inflater.setDictionary(dictionary);
            inflater.setInput(squeezed, HEADER_BYTES, squeezed.length - HEADER_BYTES);
            byte[] text = new byte[length(squeezed)];
            int done = 0;
            while (done < text.length) {
                done += inflater.inflate(text, done, text.length - done);
            }
            inflater.reset();
            inflaters.add(inflater);
            return text;
        } catch (DataFormatException e) {
            throw new IllegalStateException("What was squeezed a moment ago cannot be restored", e);
        }
    }

    /** Of the text that was squeezed, in bytes. */
    static int length(byte[] squeezed) {
        return ByteBuffer.wrap(squeezed).getInt(Byte.BYTES);
    }

    private synchronized void collect(byte[] text) {
        if (dictionary.length > 0) {
            return;
        }
        collected.writeBytes(text);
        if (collected.size() >= DICTIONARY_BYTES) {
            byte[] all = collected.toByteArray();
            dictionary = Arrays.copyOf(all, DICTIONARY_BYTES);
            collected.reset();
        }
    }
}
