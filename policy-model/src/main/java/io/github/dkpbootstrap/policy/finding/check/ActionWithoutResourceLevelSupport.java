// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code ACTION_WITHOUT_RESOURCE_LEVEL_SUPPORT}, WARNING: an action for which AWS lists no resources stands in a statement
 * that names some. By AWS's page only the resource {@code *} covers it; a few services, such as EKS, are known to take an
 * ARN all the same. A wildcard counts if all that it covers is so. An id of our own: Access Analyzer has no such check.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
 */
final class ActionWithoutResourceLevelSupport extends StatementCheck {
    ActionWithoutResourceLevelSupport() {
        super(ofOurs(
                "ACTION_WITHOUT_RESOURCE_LEVEL_SUPPORT",
                Severity.WARNING,
                "An action for which AWS lists no resources stands in a statement that names some.",
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
                            "AWS lists no resources for %s as of %s, so that the statement may never %s it"
                                    .formatted(
                                            Quote.of(action.text()),
                                            context.catalogue().date(),
                                            statement.allows() ? "allow" : "deny")));
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
