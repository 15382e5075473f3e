package dev.kvitt.payment;

import dev.kvitt.local.planted.PlantedShell;

class PlantedShellTest extends PlantedShell {

    PlantedShellTest() {
        super(Parts.SHARED);
    }
}
