// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyVersion;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Random documents of few words, so that their patterns meet, and requests of the same words. */
final class RandomPolicies {
    /** Whether documents can hold what cannot be decided: intrinsics and policy variables. */
    enum Openness {
        CLOSED,
        OPEN
    }

    static final List<String> ACTION_PATTERNS = List.of(
            "*",
            "s3:*",
            "S3:get*",
            "s3:Get",
            "s3:GetA",
            "s3:*A",
            "s3:P?t",
            "ec2:G*",
            "ec2:GetA",
            "s3:G*A",
            "*:*",
            "e*:Get",
            "s3:");
    private static final List<String> ACTIONS =
            List.of("s3:Get", "s3:getA", "s3:GetB", "s3:Put", "ec2:Get", "ec2:GetA", "iam:x", "s3:A");
    static final List<String> RESOURCE_PATTERNS = List.of(
            "*",
            "arn:aws:s3:::a",
            "arn:aws:s3:::a*",
            "arn:aws:s3:::a/*",
            "arn:aws:s3:::*/b",
            "arn:aws:s3:::a?b",
            "arn:*:s3:::a/b",
            "arn:aws:ec2:*:*:x/*",
            "arn:aws:ec2:r:1*:x/y",
            "arn:aws:s3:::a*b*",
            "arn:aws:*:::a",
            "arn:aws:s3:::${*}",
            "arn:aws:s3:::?",
            "nothing");
    private static final List<String> RESOURCES = List.of(
            "*",
            "arn:aws:s3:::a",
            "arn:aws:s3:::ab",
            "arn:aws:s3:::a/b",
            "arn:aws:s3:::a:b",
            "arn:aws:s3:::${x}",
            "arn:aws:s3:::*",
            "arn:aws:s3:::c/b",
            "arn:cn:s3:::a/b",
            "arn:aws:ec2:r:1:x/y",
            "arn:aws:ec2:q:2:x/z");
    private static final Map<String, List<String>> WANTED = Map.of(
            "String", List.of("a", "A", "ab", "b*", "*", "a?", ""),
            "Numeric", List.of("1", "1.0", "2", "-3", "1e2", "x"),
            "Date", List.of("2020-01-01", "2020-01-01T00:00:01Z", "1577836800", "2021"),
            "Ip", List.of("10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "2001:db8::/32", "::/0", "0.0.0.0/0"),
            "Bool", List.of("true", "False", "x"),
            "Arn", List.of("arn:aws:s3:::a", "arn:*:s3:::a*", "arn:aws:iam::*:role/x", "a"),
            "Binary", List.of("YQ==", "Yg==", "%"),
            "Null", List.of("true", "false"));
    private static final Map<String, List<String>> GIVEN = Map.of(
            "String", List.of("a", "A", "ab", "bc", "c", ""),
            "Numeric", List.of("1", "1.00", "1.5", "2", "-4", "1000", "y"),
            "Date", List.of("2020-01-01T00:00:00Z", "2019", "2020-06-01", "2022"),
            "Ip", List.of("10.1.2.3", "10.1.9.9", "10.9.9.9", "11.0.0.0", "2001:db8::1", "::1"),
            "Bool", List.of("true", "TRUE", "false", "z"),
            "Arn", List.of("arn:aws:s3:::a", "arn:cn:s3:::ab", "arn:aws:iam::1:role/x", "b"),
            "Binary", List.of("YQ==", "Yw==", "YQ", "%"),
            "Null", List.of("a"));
    private static final Map<String, List<String>> COMPARISONS = Map.of(
            "String",
                    List.of(
                            "StringEquals",
                            "StringNotEquals",
                            "StringEqualsIgnoreCase",
                            "StringNotEqualsIgnoreCase",
                            "StringLike",
                            "StringNotLike"),
            "Numeric",
                    List.of(
                            "NumericEquals",
                            "NumericNotEquals",
                            "NumericLessThan",
                            "NumericLessThanEquals",
                            "NumericGreaterThan",
                            "NumericGreaterThanEquals"),
            "Date",
                    List.of(
                            "DateEquals",
                            "DateNotEquals",
                            "DateLessThan",
                            "DateLessThanEquals",
                            "DateGreaterThan",
                            "DateGreaterThanEquals"),
            "Ip", List.of("IpAddress", "NotIpAddress"),
            "Bool", List.of("Bool"),
            "Arn", List.of("ArnLike", "ArnEquals", "ArnNotLike", "ArnNotEquals"),
            "Binary", List.of("BinaryEquals"),
            "Null", List.of("Null"));
    private static final List<String> TYPES =
            List.of("String", "String", "Numeric", "Date", "Ip", "Bool", "Arn", "Binary");
    private static final List<String> PRINCIPALS = List.of(
            "*",
            "123456789012",
            "arn:aws:iam::123456789012:root",
            "arn:aws:iam::123456789012:user/u",
            "arn:aws:iam::123456789012:role/r",
            "arn:aws:sts::123456789012:assumed-role/r/s",
            "999999999999");

    private final Random random;
    private final Openness openness;

    RandomPolicies(Random random, Openness openness) {
        this.random = random;
        this.openness = openness;
    }

    PolicyDocument document(boolean namesPrincipals) {
        List<Statement> statements = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            statements.add(statement(namesPrincipals));
        }
        return PolicyDocument.builder()
                .version(random.nextInt(6) == 0 ? PolicyVersion.V2008_10_17 : PolicyVersion.V2012_10_17)
                .statements(OneOrMore.list(statements))
                .build();
    }

    Statement statement(boolean namesPrincipals) {
        Statement.Builder statement = Statement.builder().effect(random.nextInt(3) == 0 ? Effect.DENY : Effect.ALLOW);
        if (random.nextInt(6) == 0) {
            statement.notActions(actions());
        } else {
            statement.actions(actions());
        }
        if (random.nextInt(6) == 0) {
            statement.notResources(resources());
        } else {
            statement.resources(resources());
        }
        if (namesPrincipals) {
            if (random.nextInt(5) == 0) {
                statement.notPrincipal(principal());
            } else {
                statement.principal(principal());
            }
        }
        return statement.conditions(conditions()).build();
    }

    Principal principal() {
        return switch (random.nextInt(6)) {
            case 0 -> Principal.everyone();
            case 1 -> Principal.service("ec2.amazonaws.com");
            case 2 -> Principal.federated("accounts.example.com");
            case 3 -> Principal.aws(pick(PRINCIPALS)).and(Principal.canonicalUser("c"));
            default -> Principal.awsAll(pick(PRINCIPALS), pick(PRINCIPALS));
        };
    }

    OneOrMore<ActionPattern> actions() {
        List<ActionPattern> list = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            list.add(
                    isOpen(12)
                            ? ActionPattern.of(Intrinsic.ref("Action" + random.nextInt(2)))
                            : ActionPattern.of(pick(ACTION_PATTERNS)));
        }
        return OneOrMore.list(list);
    }

    OneOrMore<ResourcePattern> resources() {
        List<ResourcePattern> list = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            if (isOpen(8)) {
                list.add(
                        random.nextBoolean()
                                ? ResourcePattern.of(Intrinsic.ref("Bucket"))
                                : ResourcePattern.of(pick(List.of(
                                        "arn:aws:s3:::a/${k:String0}",
                                        "arn:aws:s3:::${k:String1, 'a'}",
                                        "arn:aws:s3:::${*}"))));
            } else {
                // Few short ARNs: they are as rare in policies in use, and AWS does not say what they mean.
                list.add(ResourcePattern.of(random.nextInt(100) == 0 ? "arn:aws:s3" : pick(RESOURCE_PATTERNS)));
            }
        }
        return OneOrMore.list(list);
    }

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Condition condition = condition();
            if (conditions.stream()
                    .noneMatch(other -> other.operator().equals(condition.operator())
                            && other.key().equalsIgnoreCase(condition.key()))) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    Condition condition() {
        String type = pick(TYPES);
        String key = "k:" + (random.nextInt(4) == 0 ? type.toUpperCase(Locale.ROOT) : type) + random.nextInt(2);
        String asked = random.nextInt(8) == 0 ? "Null" : type;
        ConditionOperator operator = ConditionOperator.parse(pick(COMPARISONS.getOrDefault(asked, List.of())));
        switch (random.nextInt(5)) {
            case 0 -> operator = operator.forAllValues();
            case 1 -> operator = operator.forAnyValue();
            default -> {}
        }
        if (random.nextInt(4) == 0 && !asked.equals("Null")) {
            operator = operator.ifExists();
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            values.add(
                    isOpen(6) && type.equals("String") ? "${k:String1}" : pick(WANTED.getOrDefault(asked, List.of())));
        }
        return Condition.of(operator, key, values);
    }

    AccessRequest request(Caller caller) {
        AccessRequest.Builder request = AccessRequest.builder()
                .caller(caller)
                .action(pick(ACTIONS))
                .resource(pick(RESOURCES))
                .resourceAccount(caller.account());
        for (String type : List.of("String", "Numeric", "Date", "Ip", "Bool", "Arn", "Binary")) {
            for (int i = 0; i < 2; i++) {
                int values = Math.max(0, random.nextInt(6) - 2);
                List<String> list = new ArrayList<>();
                for (int j = 0; j < values && (j < 1 || random.nextInt(3) == 0); j++) {
                    list.add(pick(GIVEN.getOrDefault(type, List.of())));
                }
                if (!list.isEmpty()) {
                    request.putContext("k:" + type + i, list);
                }
            }
        }
        return request.build();
    }

    private boolean isOpen(int oneIn) {
        return openness == Openness.OPEN && random.nextInt(oneIn) == 0;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
