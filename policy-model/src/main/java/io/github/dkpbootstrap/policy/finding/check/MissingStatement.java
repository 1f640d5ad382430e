// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code MISSING_STATEMENT}, ERROR. The document has no statement.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-statement">
 *     Missing statement</a>
 */
final class MissingStatement extends RefusalCheck {
    MissingStatement() {
        super(ofAws("MISSING_STATEMENT", Severity.ERROR, "The document has no statement.", "Add a statement."));
    }

    @Override
    boolean names(Problem problem, String path) {
        return problem == Problem.MISSING_STATEMENT || (problem == Problem.EMPTY_LIST && path.equals("$.Statement"));
    }
}
