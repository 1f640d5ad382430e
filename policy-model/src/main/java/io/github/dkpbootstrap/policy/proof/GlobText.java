// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.BitSet;
import java.util.List;

/** Which of several patterns a given text matches. */
final class GlobText {
    private final List<Glob> globs;
    private final GlobBits bits;

    GlobText(List<Glob> globs) {
        this.globs = globs;
        this.bits = new GlobBits(globs);
    }

    static boolean matches(Glob glob, String text) {
        return new GlobText(List.of(glob)).matches(text).get(0);
    }

    BitSet matches(String text) {
        GlobState state = bits.start();
        for (int character : text.codePoints().toArray()) {
            state = bits.step(state, character);
        }
        BitSet matches = new BitSet();
        for (int i = 0; i < globs.size(); i++) {
            matches.set(i, bits.accepts(state, i));
        }
        return matches;
    }
}
