// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A denial is explained by the policies that decided it, and never by more than they say. */
class DenialExplanationTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/dkp-bootstrapper-role";
    private static final String ALICE = "arn:aws:iam::123456789012:user/alice";
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String ACCOUNT_TRUST = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"},
              {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"sts:AssumeRole"%s}]}
            """;
    private static final String MAY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"%s","Resource":"%s"%s}]}
            """;

    private record Facts(@Nullable String trust, @Nullable PolicySet own) implements RoleFacts {
        @Override
        public Optional<Duration> maxSessionDuration() {
            return Optional.empty();
        }

        @Override
        public Optional<PolicyDocument> trustPolicy() {
            return Optional.ofNullable(trust).map(PolicyDocument::parse);
        }

        @Override
        public Optional<PolicySet> callerPolicies(Arn caller) {
            return Optional.ofNullable(own);
        }
    }

    private static PolicySet identity(String... documents) {
        PolicySet.Builder set = PolicySet.builder();
        for (String document : documents) {
            set.addIdentity(PolicyDocument.parse(document));
        }
        return set.build();
    }

    private static String trust(String conditions) {
        return ACCOUNT_TRUST.formatted(conditions);
    }

    private static String may(String action, String resource) {
        return MAY.formatted(action, resource, "");
    }

    private static Optional<String> explain(Facts facts, String caller, Consumer<SessionSpec.Builder> settings) {
        SessionSpec.Builder spec = SessionSpec.builder().roleArn(ROLE).sessionName("test");
        settings.accept(spec);
        return DenialExplanation.explain(facts, spec.build(), Optional.of(Arn.parse(caller)), NOW);
    }

    private static String explained(Facts facts, Consumer<SessionSpec.Builder> settings) {
        return explain(facts, ALICE, settings).orElseThrow();
    }

    @Test
    void namesTheConditionThatAsksForAnExternalIdWithoutItsValue() {
        Facts facts =
                new Facts(trust(",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"hush-expected\"}}"), null);

        assertThat(explained(facts, s -> {}))
                .contains("Statement[1] asks for StringEquals sts:ExternalId ****", "none was sent; set externalId(..)")
                .doesNotContain("hush");
        assertThat(explained(facts, s -> s.externalId("hush-sent")))
                .contains("the external id that was sent is another")
                .doesNotContain("hush");
    }

    @Test
    void namesEachConditionThatIsNotMetAndNoOther() {
        Facts facts = new Facts(
                trust(",\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"},"
                        + "\"StringLike\":{\"sts:RoleSessionName\":\"ci-*\",\"aws:PrincipalArn\":\"" + ALICE + "\"},"
                        + "\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}"),
                null);

        assertThat(explained(facts, s -> {}))
                .contains("no MFA code was sent; set mfa(..)")
                .contains("the session name is 'test'; set sessionName(..)")
                .contains("IpAddress aws:SourceIp [10.0.0.0/8]: what the call has there AWS alone knows")
                .doesNotContain("aws:PrincipalArn");
    }

    @Test
    void saysWhetherTheCallHasWhatMustOrMustNotBeThere() {
        Facts facts = new Facts(trust(",\"Condition\":{\"Null\":{\"sts:ExternalId\":\"true\"}}"), null);

        assertThat(explained(facts, s -> s.externalId("hush-sent")))
                .contains("asks for Null sts:ExternalId ****: the call has it")
                .doesNotContain("hush");
    }

    @Test
    void saysWhomATrustPolicyNamesThatDoesNotNameTheCaller() {
        Facts facts = new Facts("""
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/bob"},"Action":"sts:AssumeRole"}]}
                """, null);

        assertThat(explained(facts, s -> {}))
                .contains("no statement allows sts:AssumeRole to " + ALICE)
                .contains("named are arn:aws:iam::123456789012:user/bob");
    }

    @Test
    void saysThatTheCallersPoliciesCouldNotBeReadWhereTheTrustPolicyLetsItIn() {
        assertThat(explained(new Facts(trust(""), null), s -> {}))
                .contains("lets " + ALICE + " in", "could not be read", "sts:AssumeRole on " + ROLE);
    }

    @Test
    void saysThatNoPolicyOfTheCallerAllowsTheAction() {
        assertThat(explained(new Facts(trust(""), identity(may("ec2:*", "*"))), s -> {}))
                .contains("none of their 1 policies allows sts:AssumeRole on " + ROLE);
    }

    @Test
    void namesTheConditionOfTheCallersOwnPolicyAndTheDenyAndTheBoundary() {
        PolicySet own = PolicySet.builder()
                .addIdentity(PolicyDocument.parse(MAY.formatted(
                        "sts:AssumeRole", "*", ",\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}")))
                .addIdentity(
                        PolicyDocument.parse(
                                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"sts:*\",\"Resource\":\"*\"}}"))
                .build();

        assertThat(explained(new Facts(trust(""), own), s -> {}))
                .contains("policy 1, Statement[0] asks for Bool aws:MultiFactorAuthPresent [true]")
                .contains("policy 2, Statement[0] denies it");
    }

    @Test
    void saysThatTagsNeedAnActionOfTheirOwn() {
        Facts facts = new Facts(trust(""), identity(may("sts:AssumeRole", "*")));

        assertThat(explained(facts, s -> s.putTags("team", "a")))
                .contains("no statement allows sts:TagSession to " + ALICE);
    }

    @Test
    void saysThatATagNeedsItsActionInTheTrustPolicyThatLetsTheCallerInAlready() {
        Facts facts = new Facts(trust(""), identity(may("sts:AssumeRole", "*")));

        assertThat(explained(facts, s -> s.putTags("team", "a")))
                .contains("add sts:TagSession to the statement that allows sts:AssumeRole")
                .doesNotContain("add the caller");
    }

    @Test
    void saysThatTheBoundaryDoesNotAllowWhatThePoliciesDo() {
        PolicySet own = PolicySet.builder()
                .addIdentity(PolicyDocument.parse(may("sts:AssumeRole", ROLE)))
                .boundary(PolicyDocument.parse(may("ec2:*", "*")))
                .build();

        assertThat(explained(new Facts(trust(""), own), s -> {}))
                .contains("the permissions boundary does not allow sts:AssumeRole on " + ROLE)
                .doesNotContain("none of their");
    }

    @Test
    void doesNotBlameAConditionOfOnePolicyForTheDenyOfAnother() {
        String conditional = MAY.formatted(
                "sts:AssumeRole", "*", ",\"Condition\":{\"StringEquals\":{\"sts:SourceIdentity\":\"x1\"}}");
        String deny = may("sts:*", "*").replace("Allow", "Deny");
        Facts own = new Facts(trust(""), identity(conditional, may("sts:AssumeRole", "*"), deny));
        Facts trusts = new Facts(
                trust(",\"Condition\":{\"StringEquals\":{\"sts:SourceIdentity\":\"x1\"}}")
                        .replace(
                                "]}",
                                ",{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"123456789012\"},\"Action\":\"sts:AssumeRole\"},"
                                        + "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}]}"),
                null);

        assertThat(explained(own, s -> {}))
                .contains("policy 3, Statement[0] denies it")
                .doesNotContain("asks for");
        assertThat(explained(trusts, s -> {}))
                .contains("Statement[3] denies it")
                .doesNotContain("asks for");
    }

    @Test
    void doesNotClaimThatTheTrustPolicyRefusesWhereThatDependsOnWhatAwsAloneKnows() {
        Facts facts = new Facts(
                trust(",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1234567890\"}}"),
                identity(may("ec2:*", "*")));

        assertThat(explained(facts, s -> {}))
                .contains("depends on what AWS alone knows", "aws:PrincipalOrgID [o-1234567890]")
                .contains("none of their 1 policies allows sts:AssumeRole")
                .doesNotContain("does not let this call in");
    }

    @Test
    void namesADenyOfEverybodyButOthers() {
        Facts facts = new Facts("""
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"},
                  {"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::123456789012:user/bob","123456789012"]},
                   "Action":"sts:AssumeRole"}]}
                """, null);

        assertThat(explained(facts, s -> {})).contains("Statement[1] denies it").doesNotContain("add the caller");
    }

    @Test
    void listsNoMoreThanAFewOfManyConditions() {
        StringBuilder conditions = new StringBuilder(",\"Condition\":{\"StringEquals\":{\"sts:RoleSessionName\":\"x\"");
        for (int i = 0; i < 200; i++) {
            conditions.append(",\"aws:PrincipalTag/t").append(i).append("\":\"x\"");
        }

        assertThat(explained(new Facts(trust(conditions + "}}"), null), s -> {}).lines())
                .hasSizeBetween(2, 7);
    }

    @Test
    void saysOnceWhatKeepsSeveralActionsOut() {
        String trust = trust(",\"Condition\":{\"StringEquals\":{\"sts:RoleSessionName\":\"other\"}}")
                .replace("\"sts:AssumeRole\"", "\"sts:*\"");

        assertThat(explained(new Facts(trust, null), s -> s.putTags("team", "a")))
                .containsOnlyOnce("asks for StringEquals sts:RoleSessionName");
    }

    @Test
    void saysThatTheReasonLiesElsewhereWhereAllThatCanBeReadAllows() {
        assertThat(explained(new Facts(trust(""), identity(may("sts:AssumeRole", ROLE))), s -> {}))
                .contains("allow this call", "has not arrived everywhere", "service or resource control policy");
    }

    @Test
    void saysThatTheRootUserCannotAssumeARole() {
        assertThat(explain(new Facts(trust(""), null), "arn:aws:iam::123456789012:root", s -> {}))
                .hasValueSatisfying(text -> assertThat(text).contains("AWS lets no root user assume a role"));
    }

    @Test
    void findsThePathOfTheRoleBehindASessionInTheTrustPolicy() {
        Facts facts = new Facts("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                  "Principal":{"AWS":"arn:aws:iam::123456789012:role/ci/deployer"},
                  "Condition":{"StringEquals":{"sts:SourceIdentity":"alice"}}}]}
                """, null);

        assertThat(explain(facts, "arn:aws:sts::123456789012:assumed-role/deployer/build-7", s -> {}))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("Statement[0] asks for StringEquals sts:SourceIdentity [alice]")
                        .contains("set sourceIdentity(..)"));
    }

    @Test
    void saysThatADenyMayRestOnWhatAwsAloneKnows() {
        Facts facts = new Facts("""
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"},
                  {"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole",
                   "Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-1234567890"}}}]}
                """, null);

        assertThat(explained(facts, s -> {}))
                .contains("Statement[1] denies it, unless AWS knows more than is known here");
    }

    @Test
    void isSilentWhereNothingCanBeRead() {
        assertThat(explain(new Facts(null, null), ALICE, s -> {})).isEmpty();
        assertThat(DenialExplanation.explain(
                        () -> {
                            throw new IllegalStateException("no such thing");
                        },
                        SessionSpec.builder().roleArn(ROLE).build(),
                        Optional.of(Arn.parse(ALICE)),
                        NOW))
                .isEmpty();
        assertThat(explain(new Facts("{}{", null), ALICE, s -> {})).isEmpty();
    }
}
