// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts to throw at the readers: the golden policies and random documents, most of them damaged, now and then an extreme
 * one. Each is made from the seed and its number alone, so that one can be made again without those before it.
 */
final class FuzzInputs {
    private static final Path FOLDER = Path.of("src/test/resources/policies");
    private static final int RANDOM_DOCUMENTS = 2000;
    private static final int EXTREME_EVERY = 1000;

    private final long seed;
    private final List<String> corpus;

    FuzzInputs(long seed) {
        this.seed = seed;
        this.corpus = new ArrayList<>(golden());
        RandomDocuments documents = new RandomDocuments(seed);
        for (int i = 0; i < RANDOM_DOCUMENTS; i++) {
            corpus.add(documents.next().toJson(i % 2 == 0 ? JsonLayout.MINIFIED : JsonLayout.PRETTY));
        }
    }

    /** Returns the input of this number. */
    String input(long number) {
        Random random = new Random(seed ^ (number * 0x9E3779B97F4A7C15L));
        random.nextLong();
        if (random.nextInt(EXTREME_EVERY) == 0) {
            return new FuzzExtremes(random).next();
        }
        FuzzMutations mutations = new FuzzMutations(random, pick(random));
        String text = pick(random);
        for (int i = random.nextInt(5); i > 0; i--) {
            text = mutations.apply(text);
        }
        return text;
    }

    /** Golden policies, which are few, as often as random documents. */
    private String pick(Random random) {
        int golden = corpus.size() - RANDOM_DOCUMENTS;
        return corpus.get(random.nextBoolean() ? random.nextInt(golden) : golden + random.nextInt(RANDOM_DOCUMENTS));
    }

    private static List<String> golden() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(FuzzInputs::text)
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
