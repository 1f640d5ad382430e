// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import java.util.List;

/** The checks that know the catalogue, and those of roles that are handed out. */
final class CatalogueChecks {
    private CatalogueChecks() {}

    static List<Check> all() {
        return List.of(
                new ActionWithoutResourceLevelSupport(),
                new AllowWithUnsupportedTagConditionKeyForService(),
                new CreateSlrWithNotActionAndNotResource(),
                new CreateSlrWithNotResource(),
                new CreateSlrWithStarInActionAndNotResource(),
                new CreateSlrWithStarInActionAndResource(),
                new CreateSlrWithStarInResource(),
                new CreateSlrWithStarInResourceAndNotAction(),
                new DenyWithUnsupportedTagConditionKeyForService(),
                new ForAllValuesWithSingleValuedKey(),
                new InvalidAction(),
                new InvalidGlobalConditionKey(),
                new InvalidServiceConditionKey(),
                new InvalidServiceInAction(),
                new MissingQualifier(),
                new PassRoleWithNotActionAndNotResource(),
                new PassRoleWithNotResource(),
                new PassRoleWithStarInActionAndNotResource(),
                new PassRoleWithStarInActionAndResource(),
                new PassRoleWithStarInResource(),
                new PassRoleWithStarInResourceAndNotAction(),
                new StringLikeOperatorWithArnConditionKeys(),
                new UnknownAction(),
                new UnknownConditionKey(),
                new UnsupportedConditionKeyForAction());
    }
}
