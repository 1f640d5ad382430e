// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GlobTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final int RUNS = 50_000;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void printSeed() {
        System.out.println("GlobTest: -Dpolicy.seed=" + SEED);
    }

    @Test
    void isTheRegularExpressionThatItLooksLike() {
        for (int i = 0; i < RUNS; i++) {
            String glob = text("ab*?", random.nextInt(8));
            String text = text("ab", random.nextInt(10));
            String regex = glob.replace("*", ".*").replace("?", ".");

            assertThat(Glob.of(glob).matches(text))
                    .as("seed %d: %s against %s", SEED, glob, text)
                    .isEqualTo(Pattern.matches(regex, text));
        }
    }

    @Test
    void staysInSegmentsWhereTheyMatter() {
        for (int i = 0; i < RUNS; i++) {
            String glob = text("ab**?:", random.nextInt(10));
            String text = text("ab:", random.nextInt(12));
            String regex = glob.replaceAll("\\*(?=:|$)", "<")
                    .replace("*", "[^:]*")
                    .replace("?", "[^:]")
                    .replace("<", ".*");

            assertThat(inSegments(glob).matches(text))
                    .as("seed %d: %s against %s", SEED, glob, text)
                    .isEqualTo(Pattern.matches(regex, text));
        }
    }

    @Test
    void takesNoLongForPatternsMadeToBeSlow() {
        String text = "a".repeat(20_000);
        String glob = "*a".repeat(200) + "b";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(Glob.of(glob).matches(text)).isFalse();
            assertThat(inSegments(glob).matches(text)).isFalse();
            assertThat(inSegments("*:" + glob).matches(("a".repeat(99) + ":").repeat(200)))
                    .isFalse();
        });
    }

    @Test
    void countsPairsOfSurrogatesAsOneCharacter() {
        assertThat(Glob.of("?").matches("\uD83D\uDE00")).isTrue();
        assertThat(Glob.of("\uD83D?").matches("\uD83D\uDE00")).isFalse();
        assertThat(Glob.of("\uD83D").matches("\uD83D")).isTrue();
        assertThatNoException().isThrownBy(() -> Glob.of("*\uDE00").matches("\uD83D\uDE00"));
    }

    private static Glob inSegments(String glob) {
        Optional<int[]> symbols = TemplateReader.read(glob, Wildcards.IN_SEGMENTS, VariableUse.NONE)
                .fixed();
        return new Glob(symbols.orElseThrow());
    }

    private String text(String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
