// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.Specs.refuses;
import static io.github.dkpbootstrap.sts.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionPoliciesTest {
    private static final int LIMIT = 2_048;
    private static final Arn READ_ONLY = Arn.parse("arn:aws:iam::aws:policy/ReadOnlyAccess");

    @Test
    void takesPoliciesUpToTheLimitOfBothTogether() {
        int room = LIMIT - READ_ONLY.toString().length();
        assertThat(spec(s -> s.sessionPolicy(ofSize(room)).addPolicyArns(READ_ONLY))
                        .policyArns())
                .containsExactly(READ_ONLY);
        refuses(s -> s.sessionPolicy(ofSize(room + 1)).addPolicyArns(READ_ONLY), "2049 characters together", "2048");
        assertThat(spec(s -> s.sessionPolicy(ofSize(LIMIT))).sessionPolicy()).isPresent();
        refuses(s -> s.sessionPolicy(ofSize(LIMIT + 1)), "2049 characters");
    }

    @Test
    void refusesAnEleventhManagedPolicy() {
        spec(s -> addArns(s, 10));
        refuses(s -> addArns(s, 11), "11 managed session policies", "STS takes 10");
    }

    @Test
    void refusesPrincipals() {
        refuses(s -> s.sessionPolicy(PolicyDocument.parse("""
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}""")), "names a principal");
        refuses(s -> s.sessionPolicy(PolicyDocument.parse("""
                                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotPrincipal":{"AWS":"123456789012"},"Action":"s3:*","Resource":"*"}]}""")), "names a principal");
    }

    @Test
    void refusesTemplateFunctions() {
        refuses(s -> s.sessionPolicy(PolicyDocument.parse("""
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":{"Fn::Sub":"arn:x"}}]}""")), "template function Fn::Sub");
        refuses(s -> s.sessionPolicy(PolicyDocument.parse("""
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*",                                "Condition":{"StringEquals":{"aws:PrincipalTag/x":{"Ref":"Y"}}}}]}""")), "template function Ref");
    }

    @Test
    void refusesCharactersThatStsRefuses() {
        spec(s -> s.sessionPolicy(onResource("arn:aws:s3:::b/\u00FF")));
        refuses(s -> s.sessionPolicy(onResource("arn:aws:s3:::b/\u0100")), "holds a character");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::123456789012:role/r | is not the ARN of a managed policy",
                "arn:aws:iam::12345:policy/p | is not the ARN of a managed policy",
                "arn:aws:iam:us-east-1:123456789012:policy/p | is not the ARN of a managed policy",
                "arn:aws:iam::aws:policy/ | is not the ARN of a managed policy",
                "arn:aws:iam::aws:policy//p | is not the ARN of a managed policy",
                "arn:aws:iam::aws:policy/a p | is not the ARN of a managed policy",
                "arn:aws:s3:::policy/p | is not the ARN of a managed policy",
                "arn:aws-cn:iam::aws:policy/p | in another partition",
                "arn:aws:iam::999999999999:policy/p | in another account"
            })
    void refusesWhatIsNoManagedPolicyOfTheAccount(String arn, String why) {
        refuses(s -> s.addPolicyArns(Arn.parse(arn)), why);
    }

    @Test
    void takesManagedPoliciesOfTheAccountAndOfAws() {
        spec(s -> s.addPolicyArns(READ_ONLY, Arn.parse("arn:aws:iam::123456789012:policy/team/a/p_1+=,.@-")));
    }

    private static void addArns(SessionSpec.Builder spec, int count) {
        IntStream.range(0, count).forEach(i -> spec.addPolicyArns(Arn.parse("arn:aws:iam::aws:policy/P" + i)));
    }

    private static PolicyDocument ofSize(int characters) {
        int without = SessionPolicies.text(onResource("")).length();
        return onResource("x".repeat(characters - without));
    }

    private static PolicyDocument onResource(String resource) {
        return PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).actions("s3:*").resources("*" + resource))
                .build();
    }
}
