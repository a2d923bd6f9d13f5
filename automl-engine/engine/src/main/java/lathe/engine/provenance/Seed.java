package lathe.engine.provenance;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Start of everything random. The same path of children gives the same seed on any thread and in any order.
///
/// @param value the 64 bits
public record Seed(long value) {

    /// The seed of a named and numbered part, for example `seed.child("fold", 3)`.
    public Seed child(String name, long index) {
        long mixed = mix(value ^ mix(name.hashCode() * 0x9E3779B97F4A7C15L));
        return new Seed(mix(mixed + 0x9E3779B97F4A7C15L * (index + 1)));
    }

    /// A fresh generator; equal seeds give equal streams.
    public RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(value);
    }

    // Finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
