// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

/**
 * A text is no policy document. Says where: the JSON path, and the line and column where the text is known.
 *
 * <p>The message never quotes more than the offending name, cut where it is long: a policy may hold account ids and external ids.
 */
public final class PolicySyntaxException extends PolicyException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final int line;
    private final int column;

    /** Creates the exception; {@code line} and {@code column} start at 1 and are 0 where there is no text to point to. */
    public PolicySyntaxException(String problem, String path, int line, int column) {
        super(MessageText.path(path) + ": " + problem
                + (line > 0 ? " (line %d, column %d)".formatted(line, column) : ""));
        this.path = path;
        this.line = line;
        this.column = column;
    }

    /** Returns where in the document the problem is, such as {@code $.Statement[2].Condition.StringLike}. */
    public String path() {
        return path;
    }

    /** Returns the line of the problem, from 1; 0 where the document was no text. */
    public int line() {
        return line;
    }

    /** Returns the column of the problem, from 1; 0 where the document was no text. */
    public int column() {
        return column;
    }
}
