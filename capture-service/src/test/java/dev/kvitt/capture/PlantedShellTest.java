package dev.kvitt.capture;

import dev.kvitt.local.planted.PlantedShell;

class PlantedShellTest extends PlantedShell {

    PlantedShellTest() {
        super(Parts.OWN);
    }
}
