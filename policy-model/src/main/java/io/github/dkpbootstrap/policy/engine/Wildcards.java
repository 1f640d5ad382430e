// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** What {@code *} and {@code ?} in a written text stand for. */
enum Wildcards {
    /** Themselves. */
    NONE,
    /** Any characters. */
    EVERYWHERE,
    /** Any characters, of which colons only by a {@code *} that ends its segment (rule 11c). */
    IN_SEGMENTS;

    int symbol(int character, boolean endsSegment) {
        if (this == NONE || (character != '*' && character != '?')) {
            return character;
        }
        boolean inner = this == IN_SEGMENTS;
        if (character == '?') {
            return inner ? Glob.ONE_IN_SEGMENT : Glob.ONE;
        }
        return inner && !endsSegment ? Glob.RUN_IN_SEGMENT : Glob.RUN;
    }
}
