// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code MISSING_TAG_KEY_IN_CONDITION}, ERROR. A condition key for tags names no tag.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-tag-key-in-condition">
 *     Missing tag key in condition</a>
 */
final class MissingTagKeyInCondition extends ConditionCheck {
    MissingTagKeyInCondition() {
        super(ofAws(
                "MISSING_TAG_KEY_IN_CONDITION",
                Severity.ERROR,
                "A condition key for tags names no tag.",
                "Write the key of the tag behind a slash."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        if (condition.lowerKey().matches("[a-z0-9-]+:(resourcetag|requesttag|principaltag)/?")) {
            report.add(
                    condition.path(), Quote.of(condition.condition().key()) + " needs the key of a tag behind a slash");
        }
    }
}
