// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What CreateChangeSet was asked for, besides the settings of the stack. */
record ChangeSetRequest(
        String name,
        Type type,
        Optional<String> description,
        Optional<String> token,
        Optional<CreateOperation.OnFailure> onStackFailure,
        boolean importExisting,
        boolean nestedStacks,
        boolean revertsDrift,
        List<ResourceToImport> resourcesToImport) {
    /** The types of change sets. */
    enum Type {
        CREATE,
        UPDATE,
        IMPORT
    }

    /** How an execution treats drift, if not at all is not enough. */
    enum DeploymentMode {
        REVERT_DRIFT
    }

    /** A resource that exists, and where it belongs. */
    record ResourceToImport(String type, String logicalId, Map<String, String> identifier) {}

    private static final String NAME = "[a-zA-Z][-a-zA-Z0-9]*";
    private static final int MAX_NAME = 128;

    static ChangeSetRequest read(Form form) {
        Type type = choice(form, "ChangeSetType", Type.class).orElse(Type.UPDATE);
        boolean revertsDrift =
                choice(form, "DeploymentMode", DeploymentMode.class).isPresent();
        if (revertsDrift && (type != Type.UPDATE || form.isTrue("IncludeNestedStacks"))) {
            throw ServiceError.validation("DeploymentMode REVERT_DRIFT is only valid for the change set type UPDATE "
                    + "without nested stacks");
        }
        Optional<CreateOperation.OnFailure> onStackFailure =
                choice(form, "OnStackFailure", CreateOperation.OnFailure.class);
        if (type != Type.CREATE && onStackFailure.orElse(null) == CreateOperation.OnFailure.DELETE) {
            throw ServiceError.validation("OnStackFailure DELETE is only valid for the change set type CREATE");
        }
        if (type == Type.CREATE && form.isTrue("UsePreviousTemplate")) {
            throw ServiceError.validation("Cannot specify usePreviousTemplate as true for a changeSetType CREATE");
        }
        return new ChangeSetRequest(
                name(form.require("ChangeSetName")),
                type,
                form.find("Description"),
                form.find("ClientToken"),
                onStackFailure,
                form.isTrue("ImportExistingResources"),
                form.isTrue("IncludeNestedStacks"),
                revertsDrift,
                resources(form));
    }

    private static String name(String name) {
        if (!name.matches(NAME)) {
            throw ServiceError.constraint(
                    "changeSetName", "'" + name + "'", "Member must satisfy regular expression pattern: " + NAME);
        }
        if (name.length() > MAX_NAME) {
            throw ServiceError.constraint(
                    "changeSetName", "'" + name + "'", "Member must have length less than or equal to " + MAX_NAME);
        }
        return name;
    }

    private static List<ResourceToImport> resources(Form form) {
        List<Form> members = form.structures("ResourcesToImport");
        return members.stream()
                .map(member -> {
                    String where = "resourcesToImport." + (members.indexOf(member) + 1) + ".member.";
                    Map<String, String> identifier = member.map("ResourceIdentifier");
                    if (identifier.isEmpty()) {
                        throw missing(where + "resourceIdentifier");
                    }
                    return new ResourceToImport(
                            member.find("ResourceType").orElseThrow(() -> missing(where + "resourceType")),
                            member.find("LogicalResourceId").orElseThrow(() -> missing(where + "logicalResourceId")),
                            identifier);
                })
                .toList();
    }

    private static ServiceError missing(String member) {
        return ServiceError.constraint(member, "null", "Member must not be null");
    }

    private static <T extends Enum<T>> Optional<T> choice(Form form, String parameter, Class<T> type) {
        return form.find(parameter)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> ServiceError.constraint(
                                parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1),
                                "'" + text + "'",
                                "Member must satisfy enum value set: " + List.of(type.getEnumConstants()))));
    }
}
