// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A service: its actions, its types of resources and the condition keys that they know. Look-ups ignore case. */
@ValueStyle
@Value.Immutable
public abstract class ServiceEntry {
    ServiceEntry() {}

    /** Returns the prefix of its actions, such as {@code ec2}. */
    @Value.Parameter
    public abstract String prefix();

    /** Returns its actions. */
    @Value.Parameter
    public abstract List<ActionEntry> actions();

    /** Returns its types of resources. */
    @Value.Parameter
    public abstract List<ResourceTypeEntry> resourceTypes();

    /**
     * Returns the condition keys that its actions and resources know, those with other prefixes included, such as
     * {@code aws:RequestTag/${TagKey}}.
     */
    @Value.Parameter
    public abstract List<ConditionKeyEntry> conditionKeys();

    /**
     * Returns a service.
     *
     * @throws io.github.dkpbootstrap.policy.InvalidCatalogueException if a name is there twice, an action is of another
     *     service, or one names a resource type or condition key that is not there
     */
    public static ServiceEntry of(
            String prefix,
            List<ActionEntry> actions,
            List<ResourceTypeEntry> resourceTypes,
            List<ConditionKeyEntry> conditionKeys) {
        return ImmutableServiceEntry.of(prefix, actions, resourceTypes, conditionKeys);
    }

    /**
     * Reads a service as AWS publishes it, one file for each, for use with {@link Catalogue#with}. It does not say which
     * resources an action needs: none count as required. Does not close {@code in}.
     *
     * @throws io.github.dkpbootstrap.policy.InvalidCatalogueException if it is none
     * @throws java.io.UncheckedIOException if {@code in} fails
     * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html">Service
     *     reference information</a>
     */
    public static ServiceEntry readServiceReference(InputStream in) {
        return ServiceReferenceReader.read(in);
    }

    /** Returns the action of that name, given without the prefix; nothing if the catalogue has none. */
    public Optional<ActionEntry> action(String name) {
        return Optional.ofNullable(actionsByName().get(Names.key(name)));
    }

    /** Returns the type of resource of that name; nothing if the catalogue has none. */
    public Optional<ResourceTypeEntry> resourceType(String name) {
        return Optional.ofNullable(resourceTypesByName().get(Names.key(name)));
    }

    /** Returns the condition key that is named so, or whose template fits; nothing if the catalogue has none. */
    public Optional<ConditionKeyEntry> conditionKey(String name) {
        return keyIndex().find(name);
    }

    /**
     * Returns whether {@code action} knows the condition key {@code key}, be it for itself, for its use of a type of
     * resource, or for that type. Says nothing of the global keys.
     */
    public boolean knows(ActionEntry action, String key) {
        return action.conditionKeys().stream().anyMatch(name -> KeyName.of(name).matches(key))
                || action.resources().stream().anyMatch(resource -> knows(resource, key));
    }

    private boolean knows(ActionResource resource, String key) {
        return resource.conditionKeys().stream()
                        .anyMatch(name -> KeyName.of(name).matches(key))
                || resourceType(resource.type())
                        .filter(type -> type.conditionKeys().stream()
                                .anyMatch(name -> KeyName.of(name).matches(key)))
                        .isPresent();
    }

    /** Returns the service for a reader; what it holds is left to the accessors. */
    @Override
    public String toString() {
        return "%s (%d actions)".formatted(prefix(), actions().size());
    }

    @Value.Lazy
    Map<String, ActionEntry> actionsByName() {
        return Names.index(prefix() + ": action", actions(), ActionEntry::name);
    }

    @Value.Lazy
    Map<String, ResourceTypeEntry> resourceTypesByName() {
        return Names.index(prefix() + ": resource type", resourceTypes(), ResourceTypeEntry::name);
    }

    @Value.Lazy
    ConditionKeyIndex keyIndex() {
        return ConditionKeyIndex.of(prefix(), conditionKeys());
    }

    @Value.Check
    void check() {
        ServiceCheck.check(this);
    }
}
