// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

/** How far an action is allowed, by all statements together. Each allowed action has one scope. */
enum Scope {
    /** On named resources only. */
    LIMITED,
    /** On every resource, or all but some, although it could be limited. */
    WIDE,
    /** On every resource, as AWS offers no limit. */
    UNLIMITABLE,
    /** On the resource that the policy belongs to. */
    ATTACHED,
    /** Not at all: its statements name resources, and it has none, or they name none. */
    WITHOUT_EFFECT
}
