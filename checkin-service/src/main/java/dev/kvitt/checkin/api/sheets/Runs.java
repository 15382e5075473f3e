package dev.kvitt.checkin.api.sheets;

import java.util.ArrayList;
import java.util.List;

/** Dark modules of a QR code that lie side by side in a row. */
record Runs(int x, int y, int length) {

    static List<Runs> of(boolean[][] modules) {
        var all = new ArrayList<Runs>();
        for (var y = 0; y < modules.length; y++) {
            for (var x = 0; x < modules.length; x++) {
                var start = x;
                while (x < modules.length && modules[y][x]) {
                    x++;
                }
                if (x > start) {
                    all.add(new Runs(start, y, x - start));
                }
            }
        }
        return all;
    }
}
