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

    private final Problem problem;
    private final String reason;
    private final String path;
    private final int line;
    private final int column;

    /** What is wrong with the text. Stays the same where a message is reworded. */
    public enum Problem {
        /** The text is no JSON, goes on after it, or is beyond the limits of the reader. */
        JSON,
        /** An object has a key twice. */
        DUPLICATE_KEY,
        /** An operator has a condition key twice, its case ignored. */
        DUPLICATE_CONDITION_KEY,
        /** A value has the wrong JSON type, or is an intrinsic where none can stand. */
        TYPE,
        /** An object has a member that the policy language does not know. */
        UNKNOWN_MEMBER,
        /** A list is empty. */
        EMPTY_LIST,
        /** An object is empty. */
        EMPTY_OBJECT,
        /** The document has no statement. */
        MISSING_STATEMENT,
        /** A statement has no effect. */
        MISSING_EFFECT,
        /** A statement has another effect than Allow or Deny. */
        INVALID_EFFECT,
        /** The version is neither 2012-10-17 nor 2008-10-17. */
        INVALID_VERSION,
        /** A statement has neither {@code Action} nor {@code NotAction}. */
        MISSING_ACTION,
        /** A statement has two members that exclude each other. */
        ELEMENT_COMBINATION,
        /** A condition has an operator that does not exist. */
        CONDITION_OPERATOR,
        /** A condition asks for Null with IfExists. */
        NULL_WITH_IF_EXISTS,
        /** A principal is neither {@code "*"} nor an object. */
        PRINCIPAL_FORMAT,
        /** A principal has a type that does not exist. */
        PRINCIPAL_KEY
    }

    /** Creates the exception; {@code line} and {@code column} start at 1 and are 0 where there is no text to point to. */
    public PolicySyntaxException(Problem problem, String message, String path, int line, int column) {
        super(MessageText.path(path) + ": " + message
                + (line > 0 ? " (line %d, column %d)".formatted(line, column) : ""));
        this.problem = problem;
        this.reason = message;
        this.path = path;
        this.line = line;
        this.column = column;
    }

    /** Returns what is wrong. */
    public Problem problem() {
        return problem;
    }

    /** Returns the message without the place. */
    public String reason() {
        return reason;
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
