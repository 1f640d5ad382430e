// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import io.github.dkpbootstrap.policy.proof.GlobProduct.Empty;
import io.github.dkpbootstrap.policy.proof.WrittenPattern.Wildcards;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The product of patterns, held against automata that somebody else wrote. */
class GlobProductTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final int RUNS = 1500;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void printSeed() {
        System.out.println("GlobProductTest: -Dpolicy.seed=" + SEED);
    }

    @Test
    void findsExactlyTheCombinationsThatTextsHave() {
        for (int i = 0; i < RUNS; i++) {
            List<String> patterns = patterns();
            List<Glob> globs = patterns.stream().map(GlobProductTest::glob).toList();
            Set<BitSet> found = new LinkedHashSet<>();
            for (GlobClass each : GlobProduct.classes(globs, Empty.COUNTS, new Budget(1_000_000))) {
                assertThat(new GlobText(globs).matches(each.witness()))
                        .as("seed %d: %s by %s", SEED, patterns, each.witness())
                        .isEqualTo(each.matches());
                found.add(each.matches());
            }

            assertThat(found).as("seed %d: %s", SEED, patterns).isEqualTo(expected(patterns));
        }
    }

    @Test
    void findsTheShortestText() {
        List<Glob> globs = List.of(glob("ab*"), glob("*ba"));

        assertThat(GlobProduct.classes(globs, Empty.COUNTS, new Budget(10_000)))
                .extracting(GlobClass::witness)
                .containsExactly("", "ab", "ba", "aba");
    }

    @Test
    void endsWhenTheBudgetIsSpent() {
        List<Glob> globs = new ArrayList<>();
        for (char c = 'a'; c <= 'z'; c++) {
            globs.add(glob("*" + c + "*"));
        }

        assertThatThrownBy(() -> GlobProduct.classes(globs, Empty.COUNTS, new Budget(100_000)))
                .isInstanceOf(Budget.SpentException.class);
    }

    private List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        while (patterns.size() < count) {
            StringBuilder pattern = new StringBuilder();
            int length = random.nextInt(5);
            for (int i = 0; i < length; i++) {
                pattern.append("ab*?".charAt(random.nextInt(4)));
            }
            if (patterns.stream().noneMatch(other -> glob(other).equals(glob(pattern.toString())))) {
                patterns.add(pattern.toString());
            }
        }
        return patterns;
    }

    private static Glob glob(String pattern) {
        return WrittenPattern.plain(pattern, Wildcards.STAR_AND_QUESTION_MARK).toGlob();
    }

    /** Asks for each combination whether the intersection of the languages and of the complements has a text. */
    private static Set<BitSet> expected(List<String> patterns) {
        Set<BitSet> expected = new LinkedHashSet<>();
        for (int choice = 0; choice < 1 << patterns.size(); choice++) {
            Automaton all = Automaton.makeAnyString();
            BitSet matches = new BitSet();
            for (int i = 0; i < patterns.size(); i++) {
                boolean matched = (choice >> i & 1) != 0;
                matches.set(i, matched);
                Automaton one = new RegExp(
                                patterns.get(i).replace("*", "(.|\n)*").replace("?", "(.|\n)"), RegExp.NONE)
                        .toAutomaton();
                all = all.intersection(matched ? one : one.complement());
            }
            if (!all.isEmpty()) {
                expected.add(matches);
            }
        }
        return expected;
    }
}
