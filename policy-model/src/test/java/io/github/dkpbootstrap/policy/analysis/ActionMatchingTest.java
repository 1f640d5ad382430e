// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static io.github.dkpbootstrap.policy.analysis.Requests.MATCHES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionMatchingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule-10a | s3:GetObject        | s3:GetObject   | true
            rule-10a | S3:getobject        | s3:GetObject   | true
            rule-10a | s3:GetObject        | S3:GETOBJECT   | true
            rule-10a | s3:GetObject        | s3:PutObject   | false
            rule-10a | s3:GetObject        | ec2:GetObject  | false
            rule-10b | s3:Get*             | s3:GetObject   | true
            rule-10b | s3:*Object          | s3:GetObject   | true
            rule-10b | s3:*e*b*            | s3:GetObject   | true
            rule-10b | s3:GetObject*       | s3:GetObject   | true
            rule-10b | s3:GetObjec?        | s3:GetObject   | true
            rule-10b | s3:GetObject?       | s3:GetObject   | false
            rule-10b | s3:Get*x            | s3:GetObject   | false
            rule-10b | s*:GetObject        | s3:GetObject   | false
            rule-10b | *:GetObject         | s3:GetObject   | false
            rule-10b | *:*                 | s3:GetObject   | true
            rule-10b | s3:GetObject,s3:Put | s3:GetObject   | false
            rule-10b | s3:Get.bject        | s3:GetObject   | false
            rule-10c | *                   | s3:GetObject   | true
            rule-10c | **                  | s3:GetObject   | false
            rule-10c | GetObject           | s3:GetObject   | false
            rule-10c | s3:                 | s3:GetObject   | false
            rule-10c | :GetObject          | s3:GetObject   | false
            rule-10c | 's3:GetObject '     | s3:GetObject   | false
            rule-10c | s3: *               | s3:GetObject   | false
            rule-10c | ''                  | s3:GetObject   | false
            """)
    void coversActions(String rule, String pattern, String action, boolean covers) {
        Decision decision = decide(pattern, action);

        assertThat(decision.allowed()).as(rule).isEqualTo(covers);
        assertThat(Requests.onlyReason(decision))
                .isEqualTo(covers ? MATCHES : "Action: \"%s\" is not covered by \"%s\"".formatted(action, pattern));
    }

    @Test
    void namesThreePatternsAndCountsTheRest() {
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions("ec2:A", "ec2:B", "ec2:C", "ec2:D", "ec2:E")
                        .resources("*"))
                .build();

        assertThat(Requests.onlyReason(
                        Requests.decideByIdentity(Requests.getObject().build(), policy)))
                .isEqualTo("Action: \"s3:GetObject\" is not covered by \"ec2:A\" or \"ec2:B\" or \"ec2:C\" or 2 more");
    }

    @Test
    void answersQuicklyForManyWildcards() {
        String hostile = "s3:" + "*a".repeat(200);

        assertThat(decide(hostile, "s3:" + "a".repeat(199) + "b".repeat(199)).allowed())
                .isFalse();
    }

    private static Decision decide(String pattern, String action) {
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).action(pattern).resource("*"))
                .build();
        return Requests.decideByIdentity(
                Requests.request(action, "arn:aws:s3:::bucket/key").build(), policy);
    }
}
