package dev.kvitt.gateway;

import dev.kvitt.local.planted.PlantedShell;

class PlantedShellTest extends PlantedShell {

    PlantedShellTest() {
        super(Parts.OWN);
    }
}
