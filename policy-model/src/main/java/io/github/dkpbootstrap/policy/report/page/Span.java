// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import java.net.URI;

/** A piece of a {@link Line}. Its text may be hostile: whoever writes a page escapes it. */
public sealed interface Span {
    /** Plain words. */
    record Text(String text) implements Span {}

    /** Words that matter more. */
    record Strong(String text) implements Span {}

    /** What stands so in a policy. */
    record Code(String text) implements Span {}

    /** A short label in the colour of its tone. */
    record Badge(Tone tone, String text) implements Span {}

    /** A page elsewhere. */
    record Link(String text, URI page) implements Span {}

    /** A heading of this page, by its text in lower case with dashes for spaces. */
    record Jump(String text, String anchor) implements Span {}
}
