// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Caller;
import java.util.ArrayList;
import java.util.List;

/** Random requests, by callers of every kind. */
final class RandomRequests {
    private final Dice dice;
    private final Vocabulary vocabulary;

    RandomRequests(Dice dice, Vocabulary vocabulary) {
        this.dice = dice;
        this.vocabulary = vocabulary;
    }

    AccessRequest next() {
        return next(caller());
    }

    AccessRequest next(Caller caller) {
        AccessRequest.Builder request = AccessRequest.builder()
                .caller(caller)
                .action(dice.pick(Words.ACTIONS))
                .resource(dice.word(Words.RESOURCES));
        if (dice.oneIn(4)) {
            request.resourceAccount(dice.pick(List.of(Words.OTHER_ACCOUNT, Words.ACCOUNT, "aws", "")));
        }
        for (Family family : Family.values()) {
            if (family != Family.NULL && !dice.oneIn(6)) {
                request.putContext(dice.spelled(Words.key(family)), values(dice.oneIn(9) ? Family.STRING : family));
            }
        }
        return dice.oneIn(3) ? request.contextKey("MY:Other", "y").build() : request.build();
    }

    private List<String> values(Family family) {
        int count = dice.oneIn(4) ? dice.upTo(3) : 1;
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(vocabulary.value(family));
        }
        return values;
    }

    private Caller caller() {
        return switch (dice.upTo(15)) {
            case 0, 1 -> Caller.user(Words.USER);
            case 2 -> Caller.user(dice.word(Words.NAMES));
            case 3 -> Caller.root(dice.pick(List.of(Words.ACCOUNT, Words.OTHER_ACCOUNT, "")));
            case 4 -> Caller.root(Words.ACCOUNT);
            case 5, 6 -> Caller.federatedUser(Words.FEDERATED_USER);
            case 7 -> Caller.service(Words.SERVICE);
            case 8 -> Caller.federated(Words.PROVIDER);
            case 9 -> Caller.anonymous();
            case 10 ->
                Caller.roleSession(dice.pick(List.of(Words.OTHER_USER, Words.ROOT, "arn:aws:iam::aws:role/x")), "s");
            case 11 -> Caller.service(dice.word(Words.NAMES));
            default -> Caller.roleSession(Words.ROLE, "build");
        };
    }
}
