// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a service holds together: no name twice, and every reference leads somewhere. */
final class ServiceCheck {
    private final ServiceEntry service;
    private final Set<String> keys = new HashSet<>();

    private ServiceCheck(ServiceEntry service) {
        this.service = service;
        service.conditionKeys().forEach(key -> keys.add(key.name()));
    }

    static void check(ServiceEntry service) {
        ServiceCheck check = new ServiceCheck(service);
        if (service.prefix().isEmpty() || service.prefix().indexOf(':') >= 0) {
            throw new InvalidCatalogueException("'" + service.prefix() + "' is no service prefix");
        }
        service.actionsByName();
        service.keyIndex();
        service.resourceTypes().forEach(check::resourceType);
        service.actions().forEach(check::action);
    }

    private void resourceType(ResourceTypeEntry type) {
        if (type.arnTemplates().isEmpty()) {
            throw new InvalidCatalogueException(
                    "%s: resource type '%s' has no ARN template".formatted(service.prefix(), type.name()));
        }
        keys(type.name(), type.conditionKeys());
    }

    private void action(ActionEntry action) {
        if (action.name().isEmpty()) {
            throw new InvalidCatalogueException(service.prefix() + " has an action without a name");
        }
        if (!action.service().equals(service.prefix())) {
            throw new InvalidCatalogueException(
                    "%s is no action of the service %s".formatted(action.qualifiedName(), service.prefix()));
        }
        keys(action.name(), action.conditionKeys());
        for (ActionResource resource : action.resources()) {
            if (service.resourceType(resource.type()).isEmpty()) {
                throw new InvalidCatalogueException("%s names the resource type '%s', which its service does not have"
                        .formatted(action.qualifiedName(), resource.type()));
            }
            keys(action.name(), resource.conditionKeys());
        }
    }

    private void keys(String owner, List<String> names) {
        for (String name : names) {
            if (!keys.contains(name)) {
                throw new InvalidCatalogueException(
                        "%s:%s names the condition key '%s', which its service does not have"
                                .formatted(service.prefix(), owner, name));
            }
        }
    }
}
