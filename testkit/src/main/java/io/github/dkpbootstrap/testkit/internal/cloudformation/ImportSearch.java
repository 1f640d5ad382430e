// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a change set imports, and fails for what cannot be imported.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-automatically.html">Import
 *     AWS resources into a CloudFormation stack automatically</a>
 */
final class ImportSearch {
    private final Workshop workshop;
    private final ChangeSet set;

    ImportSearch(Workshop workshop, ChangeSet set) {
        this.workshop = workshop;
        this.set = set;
    }

    /** Returns the physical ids of what is imported, by logical id. */
    Map<String, String> find() {
        Map<String, String> found = new LinkedHashMap<>();
        set.request()
                .resourcesToImport()
                .forEach(entry -> entry.identifier().values().forEach(value -> found.put(entry.logicalId(), value)));
        if (set.request().importExisting()) {
            found.putAll(existing());
        }
        found.forEach((id, physicalId) -> workshop.refuseImport(declared(id).type(), physicalId));
        return found;
    }

    private Map<String, String> existing() {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> unprotected = new ArrayList<>();
        set.settings().template().resources().forEach((id, declared) -> {
            Optional<String> name = customName(declared)
                    .filter(text -> isNew(id))
                    .filter(text -> declared.type().conflict(text).isPresent());
            name.ifPresent(text -> found.put(id, text));
            name.filter(text -> declared.deletionPolicy().equals("Delete"))
                    .ifPresent(text -> unprotected.add(
                            "%s ({%s=%s})".formatted(id, declared.type().nameProperty(), text)));
        });
        if (!unprotected.isEmpty()) {
            throw new ResourceFailure(
                    "CloudFormation is attempting to import some resources because they already exist "
                            + "in your account. The resources must have the DeletionPolicy attribute set to 'Retain' or "
                            + "'RetainExceptOnCreate' in the template for successful import. The affected resources are "
                            + String.join(", ", unprotected));
        }
        return found;
    }

    /** Only a name that stands in the template as it is counts, and only where the name identifies the resource. */
    private static Optional<String> customName(Template.Resource declared) {
        return declared.type().isNamedByTemplate()
                        && declared.properties().members().get(declared.type().nameProperty())
                                instanceof JsonString name
                ? Optional.of(name.value())
                : Optional.empty();
    }

    private boolean isNew(String id) {
        return set.stack().resource(id).flatMap(StackResource::physicalId).isEmpty();
    }

    private Template.Resource declared(String id) {
        return Optional.ofNullable(set.settings().template().resources().get(id))
                .orElseThrow();
    }
}
