// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

/** How to take the parts of documents of which it is not known what they match: intrinsics and unknown variables. */
enum OpenParts {
    /** They can match or not, each in the same way wherever it stands: what holds so holds whatever they are. */
    EITHER_WAY,
    /** They match where that speaks against what is searched for, and else do not: what is found so is sure. */
    AGAINST_THE_SEARCH
}
