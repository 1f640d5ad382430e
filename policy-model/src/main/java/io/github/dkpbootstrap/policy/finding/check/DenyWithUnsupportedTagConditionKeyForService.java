// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE}, SECURITY_WARNING: actions are denied by tags of a resource,
 * and their requests have none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-deny-with-unsupported-tag-condition-key-for-service">
 *     Deny with unsupported tag condition key for service</a>
 */
final class DenyWithUnsupportedTagConditionKeyForService extends UnsupportedKeyCheck {
    DenyWithUnsupportedTagConditionKeyForService() {
        super(ofAws(
                "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
                Severity.SECURITY_WARNING,
                "Actions are denied by aws:ResourceTag that do not know it.",
                "Move these actions to a statement without that condition."));
    }

    @Override
    boolean appliesTo(StatementAt statement, CheckContext context) {
        return !statement.allows();
    }

    @Override
    boolean appliesTo(ConditionAt condition, CheckContext context) {
        return condition.lowerKey().startsWith(AllowWithUnsupportedTagConditionKeyForService.RESOURCE_TAG);
    }

    @Override
    String consequence(StatementAt statement) {
        return "never denies them";
    }
}
