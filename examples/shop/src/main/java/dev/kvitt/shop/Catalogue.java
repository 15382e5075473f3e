package dev.kvitt.shop;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the shop sells. Food has 15 % tax, newspapers none, passengers 12 %, everything else 25 %. */
final class Catalogue {

    static final List<Product> TILL = List.of(
            new Product("coffee", "Coffee", 3900, 1500),
            new Product("bun", "Cinnamon bun", 3500, 1500),
            new Product("sandwich", "Sandwich", 8900, 1500),
            new Product("cup", "Cup", 14900, 2500),
            new Product("tote-bag", "Tote bag", 19900, 2500),
            new Product("newspaper", "Newspaper", 4500, 0));

    /** The dearest is what the registry says that the machine may reserve. */
    static final List<Product> MACHINE = List.of(
            new Product("water", "Sparkling water", 2500, 1500),
            new Product("orange-soda", "Orange soda", 3000, 1500),
            new Product("chocolate", "Chocolate", 2800, 1500),
            new Product("cable", "Charging cable", 5000, 2500));

    private static final int MOST_OF_ONE = 99;

    private Catalogue() {}

    /** @throws NotPossibleException for what is not sold here */
    static Product find(List<Product> products, String id) {
        return products.stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotPossibleException("That is not sold here."));
    }

    /** @throws NotPossibleException for an empty basket or one that nobody carries */
    static List<Line> lines(Map<String, Integer> basket) {
        var known = TILL.stream().filter(product -> basket.containsKey(product.id()));
        var lines = known.flatMap(product -> line(product, basket.get(product.id())))
                .toList();
        if (lines.isEmpty()) {
            throw new NotPossibleException("Put something into the basket first.");
        }
        return lines;
    }

    private static Stream<Line> line(Product product, Integer quantity) {
        if (quantity == null || quantity < 0 || quantity > MOST_OF_ONE) {
            throw new NotPossibleException("A basket holds 1 to 99 of each.");
        }
        return quantity == 0 ? Stream.empty() : Stream.of(product.line(quantity));
    }

    static Line ride(long fare) {
        return new Product("ride", "Taxi ride", fare, 1200).line(1);
    }

    static Money total(List<Line> lines) {
        return Money.kroner(
                lines.stream().mapToLong(line -> line.total().value()).sum());
    }
}
