// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.analysis.PolicyEvaluator;
import io.github.dkpbootstrap.policy.analysis.PolicyInterpreter;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.cloudformation.CloudFormationService;
import io.github.dkpbootstrap.testkit.internal.fault.Trouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What {@link LocalAws.Builder} sets, which describes it. Not thread-safe. */
final class Settings {
    final Map<String, Integer> rateLimits = new HashMap<>();
    String accountId = "123456789012";
    String partition = "aws";
    String region = "us-east-1";
    TimeMode time = TimeMode.real();
    int pageSize = 100;
    EarlyValidation earlyValidation = EarlyValidation.OFF;
    Duration propagationDelay = Duration.ZERO;
    Set<String> withoutValues = Set.of();
    PolicyEvaluator evaluator = new PolicyInterpreter();

    static String matching(String what, String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("'" + text + "' is no " + what);
        }
        return text;
    }

    CloudFormationService.Options cloudFormation(Trouble.Source troubles) {
        return new CloudFormationService.Options(troubles, pageSize, withoutValues, earlyValidation);
    }

    Account account() {
        return new Account(accountId, partition);
    }
}
