package dev.kvitt.sandbox.store;

import java.io.ByteArrayOutputStream;
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

    private final Queue<Deflater> deflaters = new ConcurrentLinkedQueue<>();
    private final Queue<Inflater> inflaters = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private volatile byte[] dictionary = new byte[0];

    byte[] squeeze(byte[] text) {
        if (dictionary.length == 0) {
            collect(text);
            byte[] plain = new byte[text.length + 1];
            plain[0] = PLAIN;
            System.arraycopy(text, 0, plain, 1, text.length);
            return plain;
        }
        Deflater pooled = deflaters.poll();
        Deflater deflater = pooled == null ? new Deflater(Deflater.BEST_SPEED, true) : pooled;
        deflater.setDictionary(dictionary);
        deflater.setInput(text);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(SQUEEZED);
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
            return Arrays.copyOfRange(squeezed, 1, squeezed.length);
        }
        Inflater pooled = inflaters.poll();
        Inflater inflater = pooled == null ? new Inflater(true) : pooled;
        try {
            inflater.setDictionary(dictionary);
            inflater.setInput(squeezed, 1, squeezed.length - 1);
            ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER_BYTES);
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!inflater.finished()) {
                out.write(buffer, 0, inflater.inflate(buffer));
            }
            inflater.reset();
            inflaters.add(inflater);
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("What was squeezed a moment ago cannot be restored", e);
        }
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
