// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.EarlyValidation;
import java.util.Set;

/**
 * What can be chosen of this CloudFormation.
 *
 * @param pageSize how many items an answer holds
 * @param withoutValues the logical ids of resources whose property values change sets cannot show
 * @param earlyValidation whether templates are looked at before resources are touched
 */
public record Options(int pageSize, Set<String> withoutValues, EarlyValidation earlyValidation) {}
