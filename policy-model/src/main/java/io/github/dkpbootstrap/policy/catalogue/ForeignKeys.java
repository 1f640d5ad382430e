// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which services know condition keys whose prefix is not their own, such as STS those of {@code saml:}. Keys of
 * {@code aws:} are global and not in here.
 */
record ForeignKeys(NavigableMap<String, NavigableSet<String>> servicesByPrefix) {
    static ForeignKeys of(List<ServiceEntry> services) {
        ForeignKeys foreign = new ForeignKeys(new TreeMap<>());
        services.forEach(foreign::add);
        return foreign;
    }

    void add(String prefix, String service) {
        servicesByPrefix.computeIfAbsent(prefix, key -> new TreeSet<>()).add(service);
    }

    /** Returns these and those of {@code service}. */
    ForeignKeys with(ServiceEntry service) {
        ForeignKeys more = new ForeignKeys(new TreeMap<>());
        servicesByPrefix.forEach((prefix, services) -> services.forEach(known -> more.add(prefix, known)));
        more.add(service);
        return more;
    }

    /** Returns the services that can know a key of this prefix, which a template can stand for. */
    Stream<String> services(String prefix) {
        return servicesByPrefix.entrySet().stream()
                .filter(entry -> KeyName.of(entry.getKey()).matches(prefix))
                .map(Map.Entry::getValue)
                .flatMap(NavigableSet::stream);
    }

    static String prefix(String key) {
        return key.substring(0, Math.max(0, key.indexOf(':')));
    }

    private void add(ServiceEntry service) {
        for (ConditionKeyEntry key : service.conditionKeys()) {
            String prefix = prefix(key.name());
            if (!prefix.equalsIgnoreCase(service.prefix()) && !prefix.equalsIgnoreCase("aws")) {
                add(prefix, service.prefix());
            }
        }
    }
}
