// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE}, SUGGESTION: actions are allowed by tags of a resource, and
 * their requests have none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-allow-with-unsupported-tag-condition-key-for-service">
 *     Allow with unsupported tag condition key for service</a>
 */
final class AllowWithUnsupportedTagConditionKeyForService extends UnsupportedKeyCheck {
    static final String RESOURCE_TAG = "aws:resourcetag/";

    AllowWithUnsupportedTagConditionKeyForService() {
        super(ofAws(
                "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
                Severity.SUGGESTION,
                "Actions are allowed by aws:ResourceTag that do not know it.",
                "Move these actions to a statement without that condition."));
    }

    @Override
    boolean appliesTo(StatementAt statement, CheckContext context) {
        return statement.allows();
    }

    @Override
    boolean appliesTo(ConditionAt condition, CheckContext context) {
        return condition.lowerKey().startsWith(RESOURCE_TAG);
    }

    @Override
    String consequence(StatementAt statement) {
        return "never allows them";
    }
}
