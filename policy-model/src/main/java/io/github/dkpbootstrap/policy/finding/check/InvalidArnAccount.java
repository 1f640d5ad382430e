// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.stream.Stream;

/**
 * {@code INVALID_ARN_ACCOUNT}, ERROR. The account of an ARN is no account id.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-arn-account">
 *     Invalid arn account</a>
 */
final class InvalidArnAccount extends StatementCheck {
    InvalidArnAccount() {
        super(ofAws(
                "INVALID_ARN_ACCOUNT",
                Severity.ERROR,
                "The account of an ARN is no account id.",
                "Write the twelve digits of the account."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        Stream.concat(statement.resourceTexts().stream(), statement.principalTexts().stream())
                .forEach(text -> ArnFields.of(text.value())
                        .map(ArnFields::account)
                        .filter(account -> !AccountText.isAccount(account))
                        .ifPresent(account ->
                                report.add(text.path(), Quote.of(account) + " is no account id of twelve digits")));
    }
}
