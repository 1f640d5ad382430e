// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.PolicyCheck;

/** A check for condition keys that are one slip of the keyboard away from a key of the catalogue. */
abstract class InvalidConditionKeyCheck extends ConditionCheck {
    InvalidConditionKeyCheck(PolicyCheck about) {
        super(about);
    }

    @Override
    final void run(ConditionAt condition, CheckContext context, Report report) {
        UnknownKey.of(condition, context)
                .filter(this::appliesTo)
                .flatMap(key -> key.near(InvalidAction.SLIP))
                .ifPresent(near -> report.add(
                        condition.path(),
                        "%s is no condition key as of %s, but %s is"
                                .formatted(
                                        Quote.of(condition.condition().key()),
                                        context.catalogue().date(),
                                        Quote.of(near))));
    }

    /** Returns whether the check is about this key. */
    abstract boolean appliesTo(UnknownKey key);
}
