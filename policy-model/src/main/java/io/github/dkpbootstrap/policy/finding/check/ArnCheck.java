// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.PolicyCheck;
import java.util.Optional;

/** A check of each entry of {@code Resource} or {@code NotResource} that is an ARN. */
abstract class ArnCheck extends StatementCheck {
    ArnCheck(PolicyCheck about) {
        super(about);
    }

    @Override
    final void run(StatementAt statement, CheckContext context, Report report) {
        statement
                .resourceTexts()
                .forEach(text -> ArnFields.of(text.value())
                        .flatMap(arn -> problem(arn, context))
                        .ifPresent(problem -> report.add(text.path(), problem)));
    }

    /** Says what is wrong with an ARN, if anything is. */
    abstract Optional<String> problem(ArnFields arn, CheckContext context);
}
