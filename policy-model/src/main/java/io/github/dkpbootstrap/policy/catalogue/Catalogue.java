// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What AWS's services offer to policies, as of a date. AWS adds actions every day: an action that is not in it is unknown
 * as of {@link #date()}, not wrong, and nothing in this library fails because of it. Immutable and thread-safe.
 *
 * <pre>{@code
 * Catalogue.bundled().action("iam:passrole").map(ActionEntry::qualifiedName)     // "iam:PassRole"
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Actions, resources, and condition keys for AWS services</a>
 */
@ValueStyle
@Value.Immutable
public abstract class Catalogue {
    /** What only some services know although its prefix is {@code aws:}. */
    private static final Set<String> TAG_KEYS = Set.of("aws:requesttag/", "aws:resourcetag/", "aws:tagkeys");

    Catalogue() {}

    /** Returns the day as of which the data were taken. */
    public abstract LocalDate date();

    /** Returns where the data come from, for a reader. */
    public abstract String source();

    /** Returns the condition keys that every action knows, or that depend on the caller and not on the action. */
    public abstract List<ConditionKeyEntry> globalConditionKeys();

    /** Returns the services. */
    public abstract List<ServiceEntry> services();

    /** Returns the catalogue in this library. It is read when first asked for, and then kept. */
    public static Catalogue bundled() {
        return BundledCatalogue.get();
    }

    /**
     * Reads a catalogue as {@link #writeTo} writes it. Does not close {@code in}.
     *
     * @throws io.github.dkpbootstrap.policy.InvalidCatalogueException if it is none; the message names the line
     * @throws java.io.UncheckedIOException if {@code in} fails
     */
    public static Catalogue read(InputStream in) {
        return CatalogueReader.read(in);
    }

    /**
     * Writes this catalogue in UTF-8, the same bytes for equal catalogues. Does not close {@code out}.
     *
     * @throws java.io.UncheckedIOException if {@code out} fails
     */
    public void writeTo(OutputStream out) {
        CatalogueWriter.write(this, out);
    }

    /** Returns a builder; date and source are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts as a copy of this catalogue. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Returns this catalogue with {@code service} in place of its own of that prefix, or in addition. */
    public Catalogue with(ServiceEntry service) {
        List<ServiceEntry> services = new ArrayList<>(services());
        services.removeIf(existing -> existing.prefix().equalsIgnoreCase(service.prefix()));
        services.add(service);
        return toBuilder().services(services).build();
    }

    /** Returns the service of that prefix, whose case does not matter; nothing if the catalogue has none. */
    public Optional<ServiceEntry> service(String prefix) {
        return Optional.ofNullable(servicesByPrefix().get(Names.key(prefix)));
    }

    /** Returns the action named {@code service:Name}, case ignored; nothing if the catalogue has none. */
    public Optional<ActionEntry> action(String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : service(qualifiedName.substring(0, colon)).flatMap(s -> s.action(qualifiedName.substring(colon + 1)));
    }

    /**
     * Returns the actions that the pattern covers, in the order of the catalogue.
     *
     * @throws io.github.dkpbootstrap.policy.UnresolvedIntrinsicException if the pattern is an intrinsic
     */
    public List<ActionEntry> actionsMatching(ActionPattern pattern) {
        String text = pattern.value().requireText();
        if (text.equals("*") || text.equals("*:*")) {
            return services().stream().flatMap(s -> s.actions().stream()).toList();
        }
        NameGlob name = new NameGlob(pattern.name().orElse(""));
        return pattern.service().flatMap(this::service).map(ServiceEntry::actions).orElse(List.of()).stream()
                .filter(action -> name.matches(action.name()))
                .toList();
    }

    /**
     * Returns the condition key that is named so, or whose template fits, case ignored: a global one, or else one of the
     * service of its prefix, or of any other. Nothing if the catalogue has none.
     */
    public Optional<ConditionKeyEntry> conditionKey(String name) {
        return globalKeyIndex()
                .find(name)
                .or(() -> service(name.substring(0, Math.max(0, name.indexOf(':'))))
                        .flatMap(s -> s.conditionKey(name)))
                .or(() -> services().stream()
                        .flatMap(s -> s.conditionKey(name).stream())
                        .findFirst());
    }

    /**
     * Returns whether requests for {@code action} can have the condition key {@code key}. True for every global key but
     * those of tags ({@code aws:RequestTag}, {@code aws:ResourceTag}, {@code aws:TagKeys}), which a service must know.
     */
    public boolean knows(ActionEntry action, String key) {
        boolean tag = TAG_KEYS.stream().anyMatch(Names.key(key)::startsWith);
        return (!tag && globalKeyIndex().find(key).isPresent())
                || service(action.service()).filter(s -> s.knows(action, key)).isPresent();
    }

    /** Returns the catalogue for a reader; what it holds is left to the accessors. */
    @Override
    public String toString() {
        return "%s (%s, %d services)".formatted(source(), date(), services().size());
    }

    @Value.Lazy
    Map<String, ServiceEntry> servicesByPrefix() {
        return Names.index("service", services(), ServiceEntry::prefix);
    }

    @Value.Lazy
    ConditionKeyIndex globalKeyIndex() {
        return ConditionKeyIndex.of("global", globalConditionKeys());
    }

    @Value.Check
    void check() {
        servicesByPrefix();
        globalKeyIndex();
    }

    /** Builds a {@link Catalogue}. Not thread-safe. */
    public static final class Builder extends ImmutableCatalogue.Builder {
        Builder() {}
    }
}
