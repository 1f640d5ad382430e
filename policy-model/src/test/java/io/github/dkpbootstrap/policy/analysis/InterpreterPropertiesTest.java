// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must hold for all policies and requests, whatever they say: tried on random ones with few words, so that many match. */
class InterpreterPropertiesTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final int RUNS = 2000;
    private static final List<String> ACTIONS = List.of("s3:Get", "s3:Put", "ec2:Get");
    private static final List<String> ACTION_PATTERNS = List.of("*", "s3:*", "S3:get", "ec2:G?t", "s3:Put", "*:*");
    private static final List<String> RESOURCES =
            List.of("arn:aws:s3:::a/b", "arn:aws:s3:::a:b", "arn:aws:ec2:r:123456789012:x/y", "*");
    private static final List<String> RESOURCE_PATTERNS = List.of(
            "*", "arn:aws:s3:::a/*", "arn:aws:s3:::*", "arn:aws:ec2:*:*:x/${my:a}", "arn:aws:s3", "arn:*:s3:::a?b");
    private static final List<String> OPERATORS = List.of(
            "StringEquals",
            "StringNotEquals",
            "StringLike",
            "NumericLessThan",
            "Null",
            "ForAnyValue:StringLike",
            "ForAllValues:StringNotLike",
            "StringEqualsIfExists",
            "IpAddress",
            "Bool");
    private static final List<String> VALUES = List.of("y", "1", "true", "*", "10.0.0.1", "${my:a}", "");
    private static final List<String> CALLERS =
            List.of("session", "user", "root", "federated-user", "service", "anonymous");
    private static final List<String> PRINCIPALS = List.of(
            Requests.SESSION, Requests.ROLE, Requests.USER, Requests.ACCOUNT, Requests.FEDERATED_USER, "*", "1");

    private final Random random = new Random(SEED);

    @BeforeAll
    static void printSeed() {
        System.out.println("InterpreterPropertiesTest: -Dpolicy.seed=" + SEED);
    }

    @Test
    void reachesEachVerdictOften() {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        forAll((request, policies) -> seen.merge(decide(request, policies).verdict(), 1, Integer::sum));

        assertThat(seen).containsOnlyKeys(Verdict.values());
        assertThat(seen.values()).allMatch(count -> count > RUNS / 50);
    }

    @Test
    void aDenyNeverAllowsMore() {
        forAll((request, policies) -> {
            PolicySet more = add(policies, Effect.DENY);
            if (decide(request, more).allowed()) {
                check(decide(request, policies).allowed(), request, more);
            }
        });
    }

    @Test
    void anAllowNeverDeniesMore() {
        forAll((request, policies) -> {
            PolicySet more = add(policies, Effect.ALLOW);
            if (decide(request, policies).allowed()) {
                check(decide(request, more).allowed(), request, more);
            }
        });
    }

    @Test
    void controlPoliciesAndBoundariesOnlyNarrow() {
        forAll((request, policies) -> {
            PolicySet open = PolicySet.builder()
                    .from(policies)
                    .boundary(Optional.empty())
                    .serviceControl(List.of())
                    .resourceControl(List.of())
                    .build();
            if (decide(request, policies).allowed()) {
                check(decide(request, open).allowed(), request, policies);
            }
        });
    }

    @Test
    void sessionPoliciesOnlyNarrowTheSessionsOfRoles() {
        forAll((request, policies) -> {
            PolicySet open =
                    PolicySet.builder().from(policies).session(List.of()).build();
            if (request.caller().kind() != Caller.Kind.FEDERATED_USER
                    && decide(request, policies).allowed()) {
                check(decide(request, open).allowed(), request, policies);
            }
        });
    }

    @Test
    void theOrderOfStatementsDoesNotMatter() {
        forAll((request, policies) -> {
            PolicyDocument policy = policies.identity().get(0);
            List<Statement> shuffled = new ArrayList<>(policy.statements().values());
            Collections.shuffle(shuffled, random);
            PolicySet other = PolicySet.builder()
                    .from(policies)
                    .identity(List.of(PolicyDocument.builder()
                            .statements(OneOrMore.list(shuffled))
                            .build()))
                    .build();
            check(decide(request, policies).verdict() == decide(request, other).verdict(), request, policies);
        });
    }

    @Test
    void aStatementForTwoActionsIsTwoStatements() {
        forAll((request, policies) -> {
            String one = pick(ACTION_PATTERNS);
            String two = pick(ACTION_PATTERNS);
            Statement both = statement(s -> s.actions(one, two));
            Statement first = both.toBuilder().actions(one).build();
            Statement second = both.toBuilder().actions(two).build();
            check(matches(request, both) == (matches(request, first) || matches(request, second)), request, policies);
        });
    }

    @Test
    void notIsTheComplement() {
        forAll((request, policies) -> {
            String[] actions = {pick(ACTION_PATTERNS), pick(ACTION_PATTERNS)};
            String[] resources = {pick(RESOURCE_PATTERNS), pick(RESOURCE_PATTERNS)};
            Statement.Builder onAction =
                    Statement.builder().effect(Effect.ALLOW).resources("*");
            Statement.Builder onResource =
                    Statement.builder().effect(Effect.ALLOW).actions("*");
            check(
                    matches(request, onAction.actions(actions).build())
                            != matches(
                                    request,
                                    Statement.builder()
                                            .effect(Effect.ALLOW)
                                            .resources("*")
                                            .notActions(actions)
                                            .build()),
                    request,
                    policies);
            check(
                    matches(request, onResource.resources(resources).build())
                            != matches(
                                    request,
                                    Statement.builder()
                                            .effect(Effect.ALLOW)
                                            .actions("*")
                                            .notResources(resources)
                                            .build()),
                    request,
                    policies);
        });
    }

    @Test
    void notPrincipalIsTheComplementInAnAllow() {
        forAll((request, policies) -> {
            Principal principal = Principal.awsAll(pick(PRINCIPALS), pick(PRINCIPALS));
            Statement with = Statement.builder()
                    .effect(Effect.ALLOW)
                    .action("*")
                    .principal(principal)
                    .build();
            Statement without = Statement.builder()
                    .effect(Effect.ALLOW)
                    .action("*")
                    .notPrincipal(principal)
                    .build();
            check(matchesInResource(request, with) != matchesInResource(request, without), request, policies);
        });
    }

    @Test
    void aNegatedOperatorIsTheComplementForKeysOfOneValueOrNone() {
        forAll((request, policies) -> {
            List<String> values = List.of(pick(VALUES), pick(VALUES));
            for (String operator : List.of(
                    "String|Equals", "String|Like", "Numeric|Equals", "Date|Equals", "Arn|Like", "|IpAddress")) {
                String key = pick(List.of("my:a", "my:b"));
                Statement positive = conditional(operator.replace("|", ""), key, values);
                Statement negated = conditional(operator.replace("|", "Not"), key, values);
                check(matches(request, positive) != matches(request, negated), request, policies);
            }
        });
    }

    @Test
    void globsAreTheRegularExpressionsThatTheyLookLike() {
        for (int i = 0; i < RUNS; i++) {
            String glob = text("ab*?", random.nextInt(8));
            String text = text("ab", random.nextInt(8));
            String regex = glob.replace("*", ".*").replace("?", ".");

            assertThat(PatternText.of(glob, PatternText.Wildcards.PLAIN).matches(text))
                    .as("seed %d: %s against %s", SEED, glob, text)
                    .isEqualTo(Pattern.matches(regex, text));
        }
    }

    @Test
    void segmentsAreTheRegularExpressionsThatTheyLookLike() {
        for (int i = 0; i < RUNS; i++) {
            String glob = text("ab*?:", random.nextInt(8));
            String text = text("ab:", random.nextInt(8));
            String regex = glob.replaceAll("\\*(?=:|$)", "<")
                    .replace("*", "[^:]*")
                    .replace("?", "[^:]")
                    .replace("<", ".*");

            assertThat(PatternText.of(glob, PatternText.Wildcards.SEGMENTS).matches(text))
                    .as("seed %d: %s against %s", SEED, glob, text)
                    .isEqualTo(Pattern.matches(regex, text));
        }
    }

    private interface Property {
        void check(AccessRequest request, PolicySet policies);
    }

    private void forAll(Property property) {
        for (int i = 0; i < RUNS; i++) {
            property.check(request(), policies());
        }
    }

    private static void check(boolean holds, AccessRequest request, PolicySet policies) {
        if (!holds) {
            fail("seed %d: %s %s %s", SEED, request, request.context(), policies);
        }
    }

    private AccessRequest request() {
        AccessRequest.Builder request = AccessRequest.builder()
                .caller(Callers.named(pick(CALLERS)))
                .action(pick(ACTIONS))
                .resource(pick(RESOURCES));
        if (random.nextBoolean()) {
            request.contextKey("my:a", pick(VALUES));
        }
        if (random.nextInt(4) == 0) {
            request.resourceAccount("210987654321");
        }
        return random.nextBoolean()
                ? request.contextKey("my:c", pick(VALUES), pick(VALUES)).build()
                : request.build();
    }

    private PolicySet policies() {
        PolicySet.Builder policies = PolicySet.builder()
                .addIdentity(document(false))
                .resourceKind(pick(List.of(PolicySet.ResourcePolicyKind.values())));
        if (random.nextInt(4) > 0) {
            policies.resource(document(true));
        }
        if (random.nextInt(4) == 0) {
            policies.boundary(document(false));
        }
        if (random.nextInt(3) == 0) {
            policies.addSession(document(false));
        }
        if (random.nextInt(4) == 0) {
            policies.addServiceControl(List.of(document(false), document(false)));
        }
        return random.nextInt(4) == 0
                ? policies.addResourceControl(List.of(document(true))).build()
                : policies.build();
    }

    private PolicySet add(PolicySet policies, Effect effect) {
        PolicyDocument own = PolicyDocument.builder()
                .addStatement(statement(s -> s.actions(pick(ACTION_PATTERNS))).toBuilder()
                        .effect(effect)
                        .build())
                .build();
        return random.nextBoolean() || policies.session().isEmpty()
                ? PolicySet.builder().from(policies).addIdentity(own).build()
                : PolicySet.builder().from(policies).addSession(own).build();
    }

    private PolicyDocument document(boolean principals) {
        PolicyDocument.Builder document = PolicyDocument.builder();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Statement.Builder statement =
                    statement(s -> s.actions(pick(ACTION_PATTERNS), pick(ACTION_PATTERNS))).toBuilder();
            if (principals) {
                statement.principal(Principal.awsAll(pick(PRINCIPALS), pick(PRINCIPALS)));
            }
            document.addStatement(statement.build());
        }
        return document.build();
    }

    private Statement statement(Consumer<Statement.Builder> actions) {
        Statement.Builder statement = Statement.builder()
                .effect(random.nextInt(6) == 0 ? Effect.DENY : Effect.ALLOW)
                .resources(pick(RESOURCE_PATTERNS), pick(RESOURCE_PATTERNS));
        actions.accept(statement);
        if (random.nextInt(3) == 0) {
            statement.condition(
                    ConditionOperator.parse(pick(OPERATORS)),
                    pick(List.of("my:a", "my:b", "my:c")),
                    List.of(pick(VALUES), pick(VALUES)));
        }
        return statement.build();
    }

    private static Statement conditional(String operator, String key, List<String> values) {
        return Statement.builder()
                .effect(Effect.ALLOW)
                .action("*")
                .resource("*")
                .condition(ConditionOperator.parse(operator), key, values)
                .build();
    }

    private static boolean matches(AccessRequest request, Statement statement) {
        PolicySet policies = PolicySet.builder()
                .addIdentity(PolicyDocument.builder().addStatement(statement).build())
                .build();
        AccessRequest asUser = AccessRequest.builder()
                .from(request)
                .caller(Callers.named("user"))
                .build();
        return decide(asUser, policies).statements().get(0).matches();
    }

    private static boolean matchesInResource(AccessRequest request, Statement statement) {
        PolicySet policies = PolicySet.builder()
                .resource(PolicyDocument.builder().addStatement(statement).build())
                .build();
        return decide(request, policies).statements().get(0).matches();
    }

    private static Decision decide(AccessRequest request, PolicySet policies) {
        return Requests.decide(request, policies);
    }

    private String text(String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
