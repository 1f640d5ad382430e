// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * IAM policies as immutable values. Start at {@link io.github.dkpbootstrap.policy.PolicyDocument}: build one, or read
 * one with {@link io.github.dkpbootstrap.policy.PolicyDocument#parse(String)}, and write it back with nothing lost.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM
 *     JSON policy language</a>
 */
@NullMarked
package io.github.dkpbootstrap.policy;

import org.jspecify.annotations.NullMarked;
