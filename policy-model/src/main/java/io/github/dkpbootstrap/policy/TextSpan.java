// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * Where something stands in a text. Lines and columns count from 1, columns in UTF-16 units as editors do; the end is
 * the place behind the last character, and equals the start where only a point is known. Immutable and thread-safe.
 */
@ValueStyle
@Value.Immutable
public abstract class TextSpan {
    TextSpan() {}

    /** Returns the line of the first character. */
    @Value.Parameter
    public abstract int line();

    /** Returns the column of the first character. */
    @Value.Parameter
    public abstract int column();

    /** Returns the line of the place behind the last character. */
    @Value.Parameter
    public abstract int endLine();

    /** Returns the column of the place behind the last character. */
    @Value.Parameter
    public abstract int endColumn();

    /** Returns a span. */
    public static TextSpan of(int line, int column, int endLine, int endColumn) {
        return ImmutableTextSpan.of(line, column, endLine, endColumn);
    }

    /** Returns a single place. */
    public static TextSpan point(int line, int column) {
        return of(line, column, line, column);
    }

    /** Returns the start as people write it, such as {@code line 3, column 7}. */
    @Override
    public String toString() {
        return "line " + line() + ", column " + column();
    }
}
