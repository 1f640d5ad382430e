// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Texts as a tree of their characters: a place in it has been reached by exactly one text. */
final class LiteralTrie {
    private final Map<Integer, LiteralTrie> children = new TreeMap<>();
    private OptionalInt glob = OptionalInt.empty();

    void add(String text, int number) {
        LiteralTrie node = this;
        for (int character : text.codePoints().toArray()) {
            node = node.children.computeIfAbsent(character, any -> new LiteralTrie());
        }
        node.glob = OptionalInt.of(number);
    }

    /** Returns the number of the text that ends here. */
    OptionalInt glob() {
        return glob;
    }

    boolean isEmpty() {
        return children.isEmpty() && glob.isEmpty();
    }

    Optional<LiteralTrie> child(int character) {
        return Optional.ofNullable(children.get(character));
    }

    void addCharacters(BitSet into) {
        children.keySet().forEach(into::set);
    }
}
