// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

/** What messages show of a text that somebody else wrote: enough to know it again, and never so much that it floods. */
final class MessageText {
    private static final int MAX_NAME = 60;
    private static final int MAX_ARN = 200;
    private static final int MAX_PATH = 400;

    private MessageText() {}

    /** Returns a name, cut where it is too long to be one. */
    static String name(String name) {
        return cut(name, MAX_NAME);
    }

    /** Returns what should be an ARN in single quotes, cut where it is too long to be one. */
    static String quotedArn(String arn) {
        return "'" + cut(arn, MAX_ARN) + "'";
    }

    /** Returns a path, its middle left out where it is long: the place is known by its end. */
    static String path(String path) {
        int length = path.codePointCount(0, path.length());
        return length <= MAX_PATH
                ? path
                : cut(path, MAX_PATH / 2) + path.substring(path.offsetByCodePoints(0, length - MAX_PATH / 2));
    }

    private static String cut(String text, int max) {
        boolean fits = text.codePointCount(0, text.length()) <= max;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
    }
}
