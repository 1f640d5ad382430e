// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * IAM policies as immutable values. Start at {@link io.github.dkpbootstrap.policy.PolicyDocument}: build one, or read
 * one with {@link io.github.dkpbootstrap.policy.PolicyDocument#parse(String)}, and write it back with nothing lost.
 *
 * <p>Limits of the readers, whatever the text: at most 1,048,576 characters (UTF-16 code units), 100 levels of nesting and
 * 1,000 characters a number. What is beyond them, and every other text that is no policy, is refused with a
 * {@link io.github.dkpbootstrap.policy.PolicySyntaxException}, never otherwise. Time and memory grow with the length of the
 * text alone: no text fills a table that others use. Messages have at most 1,000 characters: names are cut after 60, ARNs
 * after 200, and the middle of a path after 400.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM
 *     JSON policy language</a>
 */
@NullMarked
package io.github.dkpbootstrap.policy;

import org.jspecify.annotations.NullMarked;
