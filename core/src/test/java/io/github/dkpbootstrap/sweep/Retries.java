// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

/** Whose retries there are. */
enum Retries {
    /** The SDK's three attempts, and this library's on top. */
    SDK_AND_OURS,
    /** This library's alone: whatever happens to a call comes through to it. */
    OURS
}
