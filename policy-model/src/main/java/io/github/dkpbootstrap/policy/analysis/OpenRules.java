// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

/** What to make of rules that AWS's pages leave open, such as whether a {@code *} reaches across a colon of an ARN. */
public enum OpenRules {
    /** An answer must hold however they are read; else it is unknown. */
    READ_EVERY_WAY,
    /** They are read as {@code docs/semantics.md} says, which is how the interpreter decides. */
    READ_AS_DOCUMENTED
}
