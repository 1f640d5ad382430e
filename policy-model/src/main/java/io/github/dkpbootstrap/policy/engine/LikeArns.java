// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;
import java.util.Optional;

/** ArnEquals and ArnLike: six fields, each by wildcards on its own; the variables are replaced before (rule 16f). */
final class LikeArns implements Values {
    private final ArnValue[] fixed;
    private final Template[] withVariables;

    LikeArns(List<Template> templates) {
        fixed = templates.stream()
                .flatMap(template -> template.fixed().stream())
                .flatMap(symbols -> ArnValue.of(symbols).stream())
                .toArray(ArnValue[]::new);
        withVariables = templates.stream()
                .filter(template -> template.fixed().isEmpty())
                .toArray(Template[]::new);
    }

    @Override
    public boolean match(String given, RequestView request) {
        ArnText arn = new ArnText(given);
        if (!arn.isArn()) {
            return false;
        }
        for (ArnValue value : fixed) {
            if (value.matches(arn)) {
                return true;
            }
        }
        for (Template template : withVariables) {
            Optional<ArnValue> value = template.fill(request).flatMap(ArnValue::of);
            if (value.isPresent() && value.get().matches(arn)) {
                return true;
            }
        }
        return false;
    }
}
