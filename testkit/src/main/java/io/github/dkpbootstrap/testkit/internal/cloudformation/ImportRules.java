// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.cloudformation.ChangeSetRequest.ResourceToImport;
import io.github.dkpbootstrap.testkit.internal.cloudformation.ResourceChange.Action;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What CreateChangeSet refuses of an import, in the order in which AWS looks.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-manually.html">Import AWS
 *     resources into a CloudFormation stack with a resource import</a>
 */
final class ImportRules {
    private final StackSettings before;
    private final StackSettings wanted;
    private final List<ResourceToImport> given;

    ImportRules(StackSettings before, StackSettings wanted, List<ResourceToImport> given) {
        this.before = before;
        this.wanted = wanted;
        this.given = given;
    }

    /** Checks what can be seen without looking at a resource; {@code changes} is what an update would do. */
    void check(List<ResourceChange> changes) {
        checkEntries();
        checkChanges(changes);
        List<String> unprotected = given.stream()
                .map(ResourceToImport::logicalId)
                .filter(id -> declared(id)
                        .flatMap(Template.Resource::givenDeletionPolicy)
                        .isEmpty())
                .toList();
        refuse(
                unprotected,
                "The following resources to import %s must have DeletionPolicy attribute specified in the template.");
        List<String> touched = new ArrayList<>();
        if (!Objects.equals(kept(wanted.template().outputs()), wanted.template().outputs())) {
            touched.add("Outputs");
        }
        if (!before.tags().equals(wanted.tags())) {
            touched.add("Tags");
        }
        refuse(touched, "As part of the import operation, you cannot modify or add %s");
    }

    private void checkEntries() {
        if (given.isEmpty()) {
            throw ServiceError.validation("Must Provide at least one resource to import");
        }
        List<String> ids = given.stream().map(ResourceToImport::logicalId).toList();
        if (Set.copyOf(ids).size() < ids.size()) {
            throw ServiceError.validation("Every resource to import must have unique LogicalResourceId");
        }
        refuse(
                ids.stream().filter(id -> declared(id).isEmpty()).toList(),
                "The logical resource ids %s provided in ResourceToImport do not exist in the template.");
        given.forEach(this::checkEntry);
    }

    private void checkEntry(ResourceToImport entry) {
        ResourceType type = declared(entry.logicalId()).orElseThrow().type();
        if (!type.name().equals(entry.type())) {
            throw ServiceError.validation(("Resource type of [%s] passed in ResourceToImport does not match with "
                            + "resource type defined in the template. Resource type in ResourceToImport: %s; Resource "
                            + "type in Template: %s.")
                    .formatted(entry.logicalId(), entry.type(), type.name()));
        }
        if (!entry.identifier().keySet().equals(type.identifiers())) {
            throw ServiceError.validation("Invalid resource identifier for resource type %s. Expected [%s]"
                    .formatted(type.name(), String.join(", ", type.identifiers())));
        }
    }

    private void checkChanges(List<ResourceChange> changes) {
        Set<String> added = ids(changes, Set.of(Action.ADD));
        if (added.isEmpty()) {
            throw ServiceError.validation("The template should contain at least one new resource to import.");
        }
        List<String> ids = given.stream().map(ResourceToImport::logicalId).toList();
        refuse(
                ids.stream().filter(id -> !added.contains(id)).toList(),
                "Resources %s passed in ResourceToImport are already in a stack and cannot be imported.");
        refuse(
                added.stream().filter(id -> !ids.contains(id)).toList(),
                "Resources %s is missing from ResourceToImport list");
        refuse(
                ids(changes, Set.of(Action.MODIFY, Action.REMOVE)),
                "You have modified resources %s in your template that are not being imported. Update, create or delete "
                        + "operations cannot be executed during import operations.");
    }

    private static Set<String> ids(List<ResourceChange> changes, Set<Action> actions) {
        return changes.stream()
                .filter(change -> actions.contains(change.action()))
                .map(ResourceChange::logicalId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Template.Output> kept(Map<String, Template.Output> outputs) {
        return before.template().outputs().entrySet().stream()
                .filter(output -> outputs.containsKey(output.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Template.Resource> declared(String id) {
        return Optional.ofNullable(wanted.template().resources().get(id));
    }

    private static void refuse(Collection<String> ids, String text) {
        if (!ids.isEmpty()) {
            throw ServiceError.validation(text.formatted(ids));
        }
    }
}
