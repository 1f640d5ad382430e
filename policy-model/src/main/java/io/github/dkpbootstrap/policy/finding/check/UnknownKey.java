// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.catalogue.ConditionKeyEntry;
import io.github.dkpbootstrap.policy.catalogue.ServiceEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition key that the catalogue does not have. Only keys of {@code aws:} and of the services: what stands in front
 * of other keys is the name of a provider, which nobody lists.
 */
record UnknownKey(String key, Catalogue catalogue) {
    private static final String GLOBAL = "aws";

    /** Returns the key of the condition if it is one; nothing for a key of tags without a tag, which has a check. */
    static Optional<UnknownKey> of(ConditionAt condition, CheckContext context) {
        UnknownKey key = new UnknownKey(condition.condition().key(), context.catalogue());
        return key.isLookedAt() && context.catalogue().conditionKey(key.key()).isEmpty()
                ? Optional.of(key)
                : Optional.empty();
    }

    boolean isGlobal() {
        return prefix().equalsIgnoreCase(GLOBAL);
    }

    /** Returns the key that is at most {@code limit} edits away; what stands behind a slash counts only if it must. */
    Optional<String> near(int limit) {
        Map<String, String> names = candidates().stream()
                .collect(Collectors.toMap(ConditionKeyEntry::fixedPart, ConditionKeyEntry::name, (one, other) -> one));
        int slash = key.indexOf('/');
        return NearNames.nearest(key, names.keySet(), limit)
                .or(() -> slash < 0
                        ? Optional.empty()
                        : NearNames.nearest(key.substring(0, slash + 1), names.keySet(), limit))
                .map(names::get);
    }

    private boolean isLookedAt() {
        return (isGlobal() || catalogue.service(prefix()).isPresent())
                && !key.toLowerCase(Locale.ROOT).matches("[a-z0-9-]+:(resourcetag|requesttag|principaltag)/?");
    }

    private List<ConditionKeyEntry> candidates() {
        return isGlobal()
                ? catalogue.globalConditionKeys()
                : catalogue.service(prefix()).map(ServiceEntry::conditionKeys).orElse(List.of());
    }

    private String prefix() {
        return key.substring(0, Math.max(0, key.indexOf(':')));
    }
}
