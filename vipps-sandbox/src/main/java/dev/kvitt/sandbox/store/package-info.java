/**
 * Keeps the sandbox's state: named maps of immutable records ({@link Shelf}), changed all or nothing ({@link
 * StateLog#together}) and written to an append-only file of JSON lines, so that they survive the process.
 *
 * <p>A book of one sales unit makes its shelf in its constructor, from {@code Surroundings.state()}:
 *
 * <pre>{@code
 * this.codes = state.shelf(ShelfName.of("callback-qrs", msn), String.class, CallbackQr.class);
 * codes.change(id, known -> Optional.of(known.map(code -> code.at(location)).orElseGet(() -> newCode(id, location))));
 * }</pre>
 *
 * <p>A bean that keeps something for the whole sandbox does the same with {@code ShelfName.of("clock")} and is annotated
 * {@code @Startup(StateLog.BEFORE_READING)}, so that it exists when the saved state is read. What can be derived (indexes,
 * deadlines) is derived by a {@link Shelf.Watcher} and not kept. What others are to be told is told by {@link
 * StateLog#afterwards}, when it is certain.
 */
package dev.kvitt.sandbox.store;
