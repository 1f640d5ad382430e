// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.ConditionValue;
import io.github.dkpbootstrap.policy.internal.SecretKeys;
import java.util.List;
import java.util.Locale;

/** A condition with the paths of its operator and of its key. */
record ConditionAt(Condition condition, String operatorPath, String path) {
    ConditionOperator operator() {
        return condition.operator();
    }

    Family family() {
        return operator().comparison().family();
    }

    boolean hasKey(String key) {
        return condition.key().equalsIgnoreCase(key);
    }

    /** Returns the key in lower case, as keys are compared. */
    String lowerKey() {
        return condition.key().toLowerCase(Locale.ROOT);
    }

    List<At<ConditionValue>> values() {
        return At.each(condition.values(), path);
    }

    /** Returns the values that are text; numbers and truth values are. */
    List<At<String>> texts() {
        return At.texts(values(), ConditionValue::value);
    }

    /** Returns a value for a message: quoted, or masked where the key is a secret. */
    String quote(String value) {
        return SecretKeys.isSecret(condition.key()) ? "'****'" : Quote.of(value);
    }
}
