// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All ways in which one text can match several patterns at once, each with the shortest such text: a breadth-first search
 * over the product of their automata. Characters that no pattern asks for are one to it. Literals, which most patterns of
 * a policy are, stand in a tree beside the automata: off the tree, no text is one of them.
 */
final class GlobProduct {
    private static final String PREFERRED = "xabcdefghijklmnopqrstuvwyz0123456789-_";
    /** Where letters without case start that no policy is likely to hold. */
    private static final int FURTHER_LETTERS = 0x4E00;

    /** Whether the empty text counts. */
    enum Empty {
        COUNTS,
        DOES_NOT
    }

    private final Budget budget;
    private final Empty empty;
    private final GlobBits bits;
    private final int[] numbers;
    private final BitSet always = new BitSet();
    private final LiteralTrie literals = new LiteralTrie();
    private final Map<BitSet, GlobClass> found = new LinkedHashMap<>();
    private final Set<GlobState> seen = new HashSet<>();
    private final Deque<Item> queue = new ArrayDeque<>();

    /** A text by its last character and what stands before it, and where it leads. */
    private record Item(GlobState bits, Optional<LiteralTrie> literal, int character, Optional<Item> before) {
        String text() {
            List<Integer> reversed = new ArrayList<>();
            for (Item item = this;
                    item.before().isPresent();
                    item = item.before().get()) {
                reversed.add(item.character());
            }
            StringBuilder text = new StringBuilder();
            for (int i = reversed.size() - 1; i >= 0; i--) {
                text.appendCodePoint(reversed.get(i));
            }
            return text.toString();
        }
    }

    private GlobProduct(List<Glob> globs, Empty empty, Budget budget) {
        this.budget = budget;
        this.empty = empty;
        List<Glob> wild = new ArrayList<>();
        List<Integer> wildNumbers = new ArrayList<>();
        for (int i = 0; i < globs.size(); i++) {
            if (globs.get(i).isLiteral()) {
                literals.add(globs.get(i).text(), i);
            } else if (globs.get(i).isEverything()) {
                always.set(i);
            } else {
                wild.add(globs.get(i));
                wildNumbers.add(i);
            }
        }
        bits = new GlobBits(wild);
        numbers = wildNumbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Returns every set of patterns that some text matches without the others; {@code globs} without repetition.
     *
     * @throws Budget.SpentException if the patterns have more combinations than the budget allows
     */
    static List<GlobClass> classes(List<Glob> globs, Empty empty, Budget budget) {
        return new GlobProduct(globs, empty, budget).search();
    }

    private List<GlobClass> search() {
        Item start = new Item(
                bits.start(), literals.isEmpty() ? Optional.empty() : Optional.of(literals), 0, Optional.empty());
        if (empty == Empty.COUNTS) {
            add(start);
        } else {
            queue.add(start);
        }
        while (!queue.isEmpty()) {
            Item item = queue.remove();
            BitSet characters = charactersThatMatter(item);
            characters.stream().forEach(character -> follow(item, character));
            follow(item, other(characters));
        }
        return List.copyOf(found.values());
    }

    private BitSet charactersThatMatter(Item item) {
        BitSet characters = new BitSet();
        bits.addCharactersThatMatter(item.bits(), characters);
        item.literal().ifPresent(literal -> literal.addCharacters(characters));
        return characters;
    }

    private static int other(BitSet taken) {
        for (int i = 0; i < PREFERRED.length(); i++) {
            if (!taken.get(PREFERRED.charAt(i))) {
                return PREFERRED.charAt(i);
            }
        }
        return taken.nextClearBit(FURTHER_LETTERS);
    }

    private void follow(Item item, int character) {
        budget.spend(1L + bits.words());
        add(new Item(
                bits.step(item.bits(), character),
                item.literal().flatMap(literal -> literal.child(character)),
                character,
                Optional.of(item)));
    }

    private void add(Item item) {
        if (item.literal().isPresent() || seen.add(item.bits())) {
            BitSet matches = matches(item);
            if (!found.containsKey(matches)) {
                found.put(matches, new GlobClass(matches, item.text()));
            }
            if (item.literal().isPresent() || !item.bits().isEmpty()) {
                queue.add(item);
            }
        }
    }

    private BitSet matches(Item item) {
        BitSet matches = (BitSet) always.clone();
        for (int i = 0; i < numbers.length; i++) {
            if (bits.accepts(item.bits(), i)) {
                matches.set(numbers[i]);
            }
        }
        item.literal().ifPresent(literal -> literal.glob().ifPresent(matches::set));
        return matches;
    }
}
