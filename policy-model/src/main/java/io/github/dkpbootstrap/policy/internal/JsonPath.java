// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.internal;

/** The paths of error messages, such as {@code $.Statement[2].Condition['ForAnyValue:StringLike']}. */
public final class JsonPath {
    /** The path of the whole document. */
    public static final String ROOT = "$";

    private static final int MAX_NAME = 60;

    private JsonPath() {}

    /** Returns the path of a member, in brackets where its name is no plain word. */
    public static String child(String path, String name) {
        return name.length() <= MAX_NAME && name.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? path + "." + name
                : path + "[" + quoted(name) + "]";
    }

    /** Returns the path of an element of a list; the first is 0. */
    public static String element(String path, int index) {
        return path + "[" + index + "]";
    }

    /** Returns a name for a message: in single quotes, and cut where it is too long to be one. */
    public static String quoted(String name) {
        boolean fits = name.codePointCount(0, name.length()) <= MAX_NAME;
        return "'" + (fits ? name : name.substring(0, name.offsetByCodePoints(0, MAX_NAME)) + "…") + "'";
    }
}
