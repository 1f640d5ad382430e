// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

/** How JSON text is laid out. Both are the same to every reader, and deterministic to the byte. */
public enum JsonLayout {
    /** One member or element a line, two spaces of indentation, line feeds, no final line feed. */
    PRETTY,
    /** No white space between tokens: the form whose characters IAM's size quotas count. */
    MINIFIED
}
