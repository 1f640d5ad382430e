// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.policy.PolicyDocument;

/** A policy document: the text as given, which IAM gives back, and what it says. */
public record Document(String text, PolicyDocument policy) {}
