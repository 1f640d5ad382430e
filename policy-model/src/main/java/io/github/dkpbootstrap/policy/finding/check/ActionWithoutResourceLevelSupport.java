// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code ACTION_WITHOUT_RESOURCE_LEVEL_SUPPORT}, WARNING: an action that only the resource {@code *} covers stands in a
 * statement that names resources. A wildcard counts if all that it covers is so. An id of our own: Access Analyzer has no
 * such check.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
 */
final class ActionWithoutResourceLevelSupport extends StatementCheck {
    ActionWithoutResourceLevelSupport() {
        super(ofOurs(
                "ACTION_WITHOUT_RESOURCE_LEVEL_SUPPORT",
                Severity.WARNING,
                "An action that only the resource * covers stands in a statement that names resources.",
                "Move the action to a statement on the resource \"*\".",
                "reference_policies_elements_resource.html"));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (!namesResources(statement, context)) {
            return;
        }
        for (At<ActionPattern> at : statement.actions()) {
            ActionText.of(at.value(), context)
                    .filter(this::isWildcardOnly)
                    .ifPresent(action -> report.add(
                            at.path(),
                            "%s has no resources to name as of %s, so the statement never %s it"
                                    .formatted(
                                            action.text(),
                                            context.catalogue().date(),
                                            statement.allows() ? "allows" : "denies")));
        }
    }

    private boolean isWildcardOnly(ActionText action) {
        return !action.actions().isEmpty() && action.actions().stream().allMatch(ActionEntry::isWildcardOnly);
    }

    private static boolean namesResources(StatementAt statement, CheckContext context) {
        boolean looked = context.target().isIdentityBased() || context.target() == PolicyTarget.SERVICE_CONTROL_POLICY;
        return looked
                && !statement.resources().isEmpty()
                && statement.resources().stream().map(At::value).allMatch(ActionWithoutResourceLevelSupport::isNamed);
    }

    private static boolean isNamed(ResourcePattern resource) {
        return resource.value().text().filter(text -> !text.matches("\\*+")).isPresent();
    }
}
