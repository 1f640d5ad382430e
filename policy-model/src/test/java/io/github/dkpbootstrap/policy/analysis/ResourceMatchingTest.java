// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static io.github.dkpbootstrap.policy.analysis.Requests.MATCHES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Principal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceMatchingTest {
    private static final String LAMBDA = "arn:aws:lambda:us-west-2:123456789012:function:";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule-11a | arn:aws:s3:::bucket/key             | arn:aws:s3:::bucket/key            | true
            rule-11a | arn:aws:s3:::bucket/*               | arn:aws:s3:::bucket/a/b/c          | true
            rule-11a | arn:aws:s3:::bucket/?               | arn:aws:s3:::bucket/k              | true
            rule-11a | arn:aws:s3:::bucket/?               | arn:aws:s3:::bucket/               | false
            rule-11a | arn:aws:s3:::b*t/k?y                | arn:aws:s3:::bucket/key            | true
            rule-11a | arn:aws:s3:::b*t*                   | arn:aws:s3:::bucket                | true
            rule-11a | arn:aws:s3:::Bucket/key             | arn:aws:s3:::bucket/key            | false
            rule-11a | arn:aws:S3:::bucket/key             | arn:aws:s3:::bucket/key            | false
            rule-11a | arn:aws:s3:::bucket/é?              | arn:aws:s3:::bucket/é😀            | true
            rule-11b | arn:*:iam::*:role/a                 | arn:aws-cn:iam::123456789012:role/a | true
            rule-11b | arn:aws:ec2:us-*:123456789012:vpc/* | arn:aws:ec2:us-west-2:123456789012:vpc/v | true
            rule-11b | arn:aws:ec2:us-*:123456789012:vpc/* | arn:aws:ec2:eu-west-1:123456789012:vpc/v | false
            rule-11b | arn:aws:ec2:*:*:vpc/*               | arn:aws:ec2::x:y:vpc/v             | false
            rule-11b | arn:aws:s3:*:*:bucket               | arn:aws:s3:::bucket                | true
            rule-11b | arn:aws:s3:?::bucket                | arn:aws:s3:::bucket                | false
            rule-11b | arn:aws:iam:::role/a                | arn:aws:iam::123456789012:role/a   | false
            rule-11d | arn:aws:*:::bucket                  | arn:aws:s3:::bucket                | false
            rule-11d | arn:aws:s?:::bucket                 | arn:aws:s3:::bucket                | false
            rule-11d | arn:aws:*                           | arn:aws:s3:::bucket                | false
            rule-11e | arn:aws:s3                          | arn:aws:s3:::bucket                | true
            rule-11e | arn:aws:s3:*                        | arn:aws:s3:::bucket                | true
            rule-11e | arn:aws:ec2:us-west-2               | arn:aws:ec2:us-west-2:123456789012:vpc/v | true
            rule-11e | arn:aws:ec2:us-west-2               | arn:aws:ec2:us-east-1:123456789012:vpc/v | false
            rule-11e | arn:aws                             | arn:aws:s3:::bucket                | false
            rule-11f | *                                   | arn:aws:s3:::bucket                | true
            rule-11f | **                                  | arn:aws:s3:::bucket                | false
            rule-11f | a*                                  | arn:aws:s3:::bucket                | false
            rule-11f | *:aws:s3:::bucket                   | arn:aws:s3:::bucket                | false
            rule-11f | bucket                              | arn:aws:s3:::bucket                | false
            rule-11f | ''                                  | arn:aws:s3:::bucket                | false
            rule-12  | *                                   | *                                  | true
            rule-12  | arn:aws:s3:::*                      | *                                  | false
            rule-12  | arn:*:s3:*:*:*                      | *                                  | false
            """)
    void coversResources(String rule, String pattern, String resource, boolean covers) {
        check(rule, pattern, resource, covers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule-11c | *                | a           | true
            rule-11c | *                | a:b:c       | true
            rule-11c | a:*              | a:b:c       | true
            rule-11c | a*               | a:b         | true
            rule-11c | *:c              | a:b:c       | true
            rule-11c | *c               | a:b:c       | false
            rule-11c | a*c              | a:c         | false
            rule-11c | a*c              | abc         | true
            rule-11c | a?c              | a:c         | false
            rule-11c | a**              | a:c         | true
            rule-11c | a                | a:b         | false
            """)
    void letsOnlyTheStarThatEndsASegmentCrossColons(String rule, String pattern, String function, boolean covers) {
        check(rule, LAMBDA + pattern, LAMBDA + function, covers);
    }

    @Test
    @Tag("rule-11e")
    void takesShortArnsOnlyInThePoliciesOfTheCaller() {
        PolicyDocument shortArn = Policies.statement("'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:s3'");
        PolicySet.Builder own =
                PolicySet.builder().addIdentity(shortArn).boundary(shortArn).addSession(shortArn);

        assertThat(Requests.decide(Requests.getObject().build(), own.build()).allowed())
                .isTrue();
        assertThat(Requests.decide(
                                Requests.getObject().build(),
                                own.addServiceControl(List.of(shortArn)).build())
                        .reason())
                .isEqualTo("No service control policy of level 0 (serviceControl[0]) allows the request.");
    }

    @Test
    @Tag("rule-11g")
    void takesAStatementWithoutResourceOnlyFromAPolicyOfTheResource() {
        PolicyDocument bare = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .principal(Principal.aws(Requests.SESSION))
                        .action("*"))
                .build();
        PolicyDocument own = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).action("*"))
                .build();

        assertThat(Requests.decide(
                                Requests.getObject().build(),
                                PolicySet.builder().resource(bare).build())
                        .allowed())
                .isTrue();
        assertThat(Requests.onlyReason(
                        Requests.decideByIdentity(Requests.getObject().build(), own)))
                .isEqualTo("Resource: a policy of this kind must name one");
    }

    private static void check(String rule, String pattern, String resource, boolean covers) {
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).action("*").resource(pattern))
                .build();

        Decision decision = Requests.decideByIdentity(
                Requests.request("a:B", resource)
                        .resourceAccount(Requests.ACCOUNT)
                        .build(),
                policy);

        assertThat(decision.allowed()).as(rule).isEqualTo(covers);
        assertThat(Requests.onlyReason(decision))
                .isEqualTo(covers ? MATCHES : "Resource: \"%s\" is not covered by \"%s\"".formatted(resource, pattern));
    }
}
