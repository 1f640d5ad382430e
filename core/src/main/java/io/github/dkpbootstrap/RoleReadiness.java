// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/**
 * Whether the role of a finished deployment could be assumed when it was tried. IAM takes seconds, rarely a minute, until
 * every place knows of a new or changed role; until then it answers as if a permission were missing.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency">
 *     Changes that I make are not always immediately visible</a>
 */
public enum RoleReadiness {
    /** The caller has assumed the role. */
    ASSUMABLE,
    /** The caller could not assume the role yet, and nothing says that waiting does not help. */
    NOT_YET,
    /**
     * The caller may not assume the role: a policy denies it, the caller is the root user, or the denial has lasted longer
     * than changes of IAM take.
     */
    DENIED
}
