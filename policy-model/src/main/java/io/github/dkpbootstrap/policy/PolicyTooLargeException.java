// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

/** A document cannot be brought within the size of its target without a change in what it permits. */
public final class PolicyTooLargeException extends PolicyException {
    private static final long serialVersionUID = 1L;

    private final PolicyTarget target;
    private final int characters;
    private final int largestStatement;
    private final int largestStatementCharacters;

    /**
     * Creates the exception.
     *
     * @param target what the document was to be stored as; one with a limit
     * @param characters the size that was reached, of the document or, where it can be spread over several, of its largest
     *     statement in a document of its own
     * @param largestStatement the place of the largest statement in the document as it was given, from 0
     * @param largestStatementCharacters the size of that statement
     */
    public PolicyTooLargeException(
            PolicyTarget target, int characters, int largestStatement, int largestStatementCharacters) {
        super(
                ("%s takes %d characters, and %d are left of the document after all that could be proved to change nothing: %d too "
                                + "many. The largest statement, Statement[%d], has %d.")
                        .formatted(
                                target,
                                target.maxCharacters().orElseThrow(),
                                characters,
                                characters - target.maxCharacters().orElseThrow(),
                                largestStatement,
                                largestStatementCharacters));
        this.target = target;
        this.characters = characters;
        this.largestStatement = largestStatement;
        this.largestStatementCharacters = largestStatementCharacters;
    }

    /** Returns what the document was to be stored as. */
    public PolicyTarget target() {
        return target;
    }

    /** Returns by how many characters it does not fit. */
    public int excessCharacters() {
        return characters - target.maxCharacters().orElseThrow();
    }

    /** Returns the place of the largest statement in the document as it was given, from 0. */
    public int largestStatement() {
        return largestStatement;
    }

    /** Returns the characters that the largest statement takes after all steps. */
    public int largestStatementCharacters() {
        return largestStatementCharacters;
    }
}
