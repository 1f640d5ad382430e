// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * What is wrong with a policy, or could be better: findings by the names, severities and paths of IAM Access Analyzer,
 * without a call.
 *
 * <p>{@link io.github.dkpbootstrap.policy.finding.PolicyChecks} is the door. Behind it, in the package {@code check},
 * which is not exported, stands one class per id:
 *
 * <ul>
 *   <li>{@code Check} is what all have in common: id, severity, what, remedy and page. The page is the section of
 *       AWS's reference unless the id is our own.
 *   <li>{@code DocumentCheck} looks at a document, {@code RefusalCheck} names why a text could not be read.
 *   <li>{@code CheckContext} gives a check the document as {@code StatementAt}, {@code ConditionAt} and {@code At}: the
 *       values of the model with their paths.
 *   <li>{@code Registry} and {@code CatalogueChecks} list the checks; {@code src/test/resources/findings/ID}
 *       holds the documents of each.
 * </ul>
 */
@NullMarked
package io.github.dkpbootstrap.policy.finding;

import org.jspecify.annotations.NullMarked;
