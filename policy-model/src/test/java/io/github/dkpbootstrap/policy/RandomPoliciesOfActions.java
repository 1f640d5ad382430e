// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random policies of real and unknown actions, from a seed. */
public final class RandomPoliciesOfActions {
    private static final String[] ACTIONS = {
        "*",
        "ec2:*",
        "ec2:Describe*",
        "EC2:runinstances",
        "iam:PassRole",
        "iam:Create*",
        "s3:GetObject",
        "s3:Put*",
        "kms:CreateGrant",
        "tag:GetResources",
        "sts:AssumeRole",
        "new:Action",
        "s3:NoSuchThing",
        "word"
    };
    private static final String[] RESOURCES = {
        "*", "arn:aws:s3:::*", "arn:*:ec2:*:*:*", "arn:aws:iam::123456789012:role/a", "arn:aws:s3:::b/*"
    };

    private RandomPoliciesOfActions() {}

    /** Returns the policy of the seed. */
    public static PolicyDocument next(long seed) {
        Random random = new Random(seed);
        PolicyDocument.Builder document = PolicyDocument.builder();
        IntStream.rangeClosed(0, random.nextInt(4)).forEach(i -> document.addStatement(statement(random)));
        return document.build();
    }

    private static Statement statement(Random random) {
        Statement.Builder statement = Statement.builder().effect(random.nextInt(4) == 0 ? Effect.DENY : Effect.ALLOW);
        if (random.nextInt(5) == 0) {
            statement.notActions(some(random, ACTIONS, 1));
        } else {
            statement.actions(some(random, ACTIONS, random.nextInt(10) == 0 ? 0 : 1));
        }
        switch (random.nextInt(6)) {
            case 0 -> {}
            case 1 -> statement.notResources(some(random, RESOURCES, 0));
            default -> statement.resources(some(random, RESOURCES, 0));
        }
        if (random.nextInt(3) == 0) {
            statement.condition(ConditionOperator.STRING_NOT_EQUALS, "aws:PrincipalOrgID", List.of("o-1", "o-2"));
        }
        return statement.build();
    }

    private static String[] some(Random random, String[] from, int start) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> from[start + random.nextInt(from.length - start)])
                .toArray(String[]::new);
    }
}
