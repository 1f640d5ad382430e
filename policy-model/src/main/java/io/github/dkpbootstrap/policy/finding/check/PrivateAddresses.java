// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.finding.PolicyCheck;
import java.util.List;
import java.util.stream.Collectors;

/** A check of {@code aws:SourceIp}, which is never a private address: whether all or some of its values are. */
abstract class PrivateAddresses extends ConditionCheck {
    private final Comparison comparison;

    PrivateAddresses(PolicyCheck about, Comparison comparison) {
        super(about);
        this.comparison = comparison;
    }

    /** Returns whether the check is about a condition with that many private addresses among its values. */
    abstract boolean concerns(long addresses, int values);

    @Override
    final void run(ConditionAt condition, CheckContext context, Report report) {
        if (!condition.hasKey("aws:SourceIp") || condition.operator().comparison() != comparison) {
            return;
        }
        List<At<String>> values = condition.texts();
        List<At<String>> local = values.stream()
                .filter(text ->
                        IpRange.of(text.value()).filter(IpRange::isPrivate).isPresent())
                .collect(Collectors.toList());
        if (concerns(local.size(), condition.condition().values().values().size())) {
            local.forEach(text -> report.add(
                    text.path(), condition.quote(text.value()) + " is private, which aws:SourceIp never is"));
        }
    }
}
