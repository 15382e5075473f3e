package dev.kvitt.checkin;

import dev.kvitt.local.planted.PlantedShell;

class PlantedShellTest extends PlantedShell {

    PlantedShellTest() {
        super(Parts.SHARED);
    }
}
