// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random documents and requests of few words, so that many match: one account, one partition, valid grammar. */
public final class SmallWorld {
    private static final String ACCOUNT = "123456789012";
    private static final String ROLE = "arn:aws:iam::123456789012:role/deployer";
    private static final List<String> ACTIONS = List.of("s3:Get", "s3:GetAll", "s3:Put", "ec2:Get");
    private static final List<String> ACTION_PATTERNS =
            List.of("*", "s3:*", "S3:get", "s3:Get*", "ec2:G?t", "s3:Put", "s3:GetAll", "ec2:*", "*:*");
    private static final List<String> RESOURCES =
            List.of("arn:aws:s3:::a/b", "arn:aws:s3:::a", "arn:aws:s3:::c:d", "arn:aws:ec2:r:123456789012:x/y", "*");
    private static final List<String> RESOURCE_PATTERNS = List.of(
            "*",
            "arn:aws:s3:::a/*",
            "arn:aws:s3:::*",
            "arn:aws:s3:::a",
            "arn:aws:ec2:*:*:x/${my:a}",
            "arn:aws:s3:::a?b",
            "arn:*:s3:::A/b");
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
            "Bool",
            "ArnEquals",
            "ArnLike");
    private static final List<String> VALUES =
            List.of("y", "1", "true", "*", "10.0.0.1", "${my:a}", "", "arn:aws:s3:::a", "TRUE", "1.0");
    private static final List<String> PRINCIPALS = List.of(
            ACCOUNT,
            "arn:aws:iam::123456789012:root",
            ROLE,
            "arn:aws:iam::123456789012:user/alice",
            "*",
            "210987654321");

    private final Random random;

    public SmallWorld(Random random) {
        this.random = random;
    }

    /** Returns the policy of an identity. */
    public PolicyDocument identityPolicy() {
        return document(1 + random.nextInt(4), Optional.empty());
    }

    /** Returns an identity policy of this many statements. */
    public PolicyDocument identityPolicy(int statements) {
        return document(statements, Optional.empty());
    }

    /** Returns the policy of a resource. */
    public PolicyDocument resourcePolicy() {
        return document(1 + random.nextInt(3), Optional.of(PRINCIPALS));
    }

    /** Returns a request that random documents have something to say of. */
    public AccessRequest request() {
        AccessRequest.Builder request =
                AccessRequest.builder().caller(caller()).action(pick(ACTIONS)).resource(pick(RESOURCES));
        for (String key : List.of("my:a", "My:B")) {
            if (random.nextBoolean()) {
                request.contextKey(key, pick(VALUES));
            }
        }
        return random.nextBoolean()
                ? request.contextKey("my:c", pick(VALUES), pick(VALUES)).build()
                : request.build();
    }

    private Caller caller() {
        return switch (random.nextInt(5)) {
            case 0 -> Caller.user("arn:aws:iam::123456789012:user/alice");
            case 1 -> Caller.service("ec2.amazonaws.com");
            case 2 -> Caller.user("arn:aws:iam::210987654321:user/bob");
            default -> Caller.roleSession(ROLE, "build");
        };
    }

    private PolicyDocument document(int statements, Optional<List<String>> principals) {
        PolicyDocument.Builder document = PolicyDocument.builder();
        if (random.nextInt(5) == 0) {
            document.version(random.nextBoolean() ? Optional.empty() : Optional.of(PolicyVersion.V2008_10_17));
        }
        for (int i = 0; i < statements; i++) {
            document.addStatement(statement(principals, i));
        }
        return document.build();
    }

    private Statement statement(Optional<List<String>> principals, int number) {
        Statement.Builder statement = Statement.builder().effect(random.nextInt(4) == 0 ? Effect.DENY : Effect.ALLOW);
        if (random.nextInt(5) == 0) {
            statement.sid("S" + number);
        }
        principals.ifPresent(names -> principal(statement, names));
        if (random.nextInt(8) == 0) {
            statement.notActions(some(ACTION_PATTERNS));
        } else {
            statement.actions(some(ACTION_PATTERNS));
        }
        if (random.nextInt(8) == 0) {
            statement.notResources(some(RESOURCE_PATTERNS));
        } else {
            statement.resources(some(RESOURCE_PATTERNS));
        }
        for (String key : List.of("my:a", "MY:b", "my:c")) {
            if (random.nextInt(8) == 0) {
                statement.condition(ConditionOperator.parse(pick(OPERATORS)), key, List.of(some(VALUES)));
            }
        }
        return statement.build();
    }

    private void principal(Statement.Builder statement, List<String> names) {
        switch (random.nextInt(6)) {
            case 0 -> statement.principal(Principal.everyone());
            case 1 -> statement.principal(Principal.awsAll(some(names)).and(Principal.service("ec2.amazonaws.com")));
            case 2 -> statement.notPrincipal(Principal.awsAll(some(names)));
            default -> statement.principal(Principal.awsAll(some(names)));
        }
    }

    private String[] some(List<String> words) {
        String[] some = new String[1 + random.nextInt(3)];
        for (int i = 0; i < some.length; i++) {
            some[i] = pick(words);
        }
        return some;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
