// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * What AWS's services offer to policies, as dated data: actions with their access levels, resource types with the
 * templates of their ARNs, condition keys with their types. Start at
 * {@link io.github.dkpbootstrap.policy.catalogue.Catalogue#bundled()}.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Actions, resources, and condition keys for AWS services</a>
 */
@NullMarked
package io.github.dkpbootstrap.policy.catalogue;

import org.jspecify.annotations.NullMarked;
