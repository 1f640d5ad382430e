// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNSUPPORTED_CONDITION_KEY_FOR_ACTION}, WARNING: a key that the catalogue has is compared for actions whose requests
 * do not have it. An id of our own: AWS reports such a key only for tags of resources, by two checks that are here too.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</a>
 */
final class UnsupportedConditionKeyForAction extends UnsupportedKeyCheck {
    UnsupportedConditionKeyForAction() {
        super(ofOurs(
                "UNSUPPORTED_CONDITION_KEY_FOR_ACTION",
                Severity.WARNING,
                "A condition needs a key that requests for some of the actions never have.",
                "Move these actions to a statement without that condition, or use a key that they have.",
                "reference_policies_elements_condition.html"));
    }

    @Override
    boolean appliesTo(StatementAt statement, CheckContext context) {
        return !statement.actions().isEmpty();
    }

    @Override
    boolean appliesTo(ConditionAt condition, CheckContext context) {
        return !condition.lowerKey().startsWith(AllowWithUnsupportedTagConditionKeyForService.RESOURCE_TAG)
                && isKeyOfServices(condition, context);
    }

    @Override
    String consequence(StatementAt statement) {
        return statement.allows() ? "never allows them" : "never denies them";
    }

    /** Keys with a prefix that is no service's, such as {@code saml:}, stay with a session: every request can have them. */
    private static boolean isKeyOfServices(ConditionAt condition, CheckContext context) {
        String key = condition.lowerKey();
        String prefix = key.substring(0, Math.max(0, key.indexOf(':')));
        return context.catalogue().conditionKey(key).isPresent()
                && (prefix.equals("aws") || context.catalogue().service(prefix).isPresent());
    }
}
