// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code JSON_SYNTAX_ERROR}, ERROR. The text is no JSON.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-json-syntax-error">
 *     Json syntax error</a>
 */
final class JsonSyntaxError extends RefusalCheck {
    JsonSyntaxError() {
        super(
                ofAws("JSON_SYNTAX_ERROR", Severity.ERROR, "The text is no JSON.", "Fix the JSON at the place named."),
                Problem.JSON);
    }
}
