// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What CloudFormation knows of a type of resource, and how it handles one. */
interface ResourceType {
    /** Returns the name, such as {@code AWS::IAM::Role}. */
    String name();

    /** Returns the property that holds a name chosen by the template's author. */
    String nameProperty();

    /** Returns how many characters a name may have. */
    int maxName();

    /** Returns the properties that there are. */
    Set<String> properties();

    /** Returns the properties that must be there. */
    Set<String> required();

    /** Returns the properties that cannot change without a replacement. */
    Set<String> createOnly();

    /** Returns the attributes that {@code Fn::GetAtt} knows. */
    Set<String> attributes();

    /** Returns the properties that identify an existing resource, for an import. */
    Set<String> identifiers();

    /** Returns whether a template can name an existing resource: not if only the service gives the identifier. */
    default boolean isNamedByTemplate() {
        return properties().containsAll(identifiers());
    }

    /** Returns how long it takes to create one. */
    Duration duration();

    /** Returns whether the tags of a stack go on its resources of this type. */
    boolean takesStackTags();

    /** Returns why a resource cannot be created, before anything is done. */
    Optional<String> conflict(String name);

    /** Reads a resource that exists, with the permissions that this takes. */
    void read(IamClient iam, String physicalId);

    /** Creates a resource; tells {@code created} the physical id as soon as there is something to delete. */
    void create(IamClient iam, String name, Properties properties, Consumer<String> created);

    /** Brings a resource from {@code before} to {@code after}. */
    void update(IamClient iam, String physicalId, Properties before, Properties after);

    /** Deletes a resource. */
    void delete(IamClient iam, String physicalId, Properties properties);

    /** Returns a resource as it is in the account, in the terms of a template; nothing if it is not there. */
    Optional<Properties> live(String physicalId);

    /** Fails if the caller may not look at a resource, as import and drift detection do. */
    void requireRead(IamClient iam, String physicalId);

    /** Returns the properties that drift detection does not look at, though the template has them. */
    Set<String> notCompared();

    /** Returns the lists in which drift detection misses what was added. */
    Set<String> additionsUnseen();

    /** Returns the value of an attribute. */
    Optional<String> attribute(String physicalId, String attribute);
}
