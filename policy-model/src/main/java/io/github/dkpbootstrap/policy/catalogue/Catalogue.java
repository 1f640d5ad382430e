// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.ActionPattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
public final class Catalogue {
    /** What only some services know although it is global by its prefix. */
    private static final Set<String> TAG_KEYS = Set.of("aws:requesttag/", "aws:resourcetag/", "aws:tagkeys");

    private final LocalDate date;
    private final String source;
    private final List<ConditionKeyEntry> globalKeys;
    private final ConditionKeyIndex globalKeyIndex;
    private final List<LazyService> services;
    private final Map<String, LazyService> servicesByPrefix;
    private final ForeignKeys foreignKeys;

    Catalogue(
            LocalDate date,
            String source,
            List<ConditionKeyEntry> globalKeys,
            List<LazyService> services,
            ForeignKeys foreignKeys) {
        this.date = date;
        this.source = source;
        this.globalKeys = List.copyOf(globalKeys);
        this.globalKeyIndex = ConditionKeyIndex.of("global", globalKeys);
        this.services = List.copyOf(services);
        this.servicesByPrefix = Names.index("service", services, LazyService::prefix);
        this.foreignKeys = foreignKeys;
    }

    /** Returns the catalogue in this library. It is read when first asked for, each service for itself, and then kept. */
    public static Catalogue bundled() {
        return BundledCatalogue.get();
    }

    /**
     * Reads a catalogue as {@link #writeTo} writes it, for use in place of {@link #bundled()}. Does not close {@code in}.
     *
     * @throws io.github.dkpbootstrap.policy.InvalidCatalogueException if it is none; the message names the line
     * @throws UncheckedIOException if {@code in} fails
     */
    public static Catalogue read(InputStream in) {
        return CatalogueReader.read(text(in));
    }

    /**
     * Returns a catalogue of these values.
     *
     * @param date the day as of which the data were taken
     * @param source where they come from, for a reader
     * @param globalKeys the condition keys of {@link #globalConditionKeys()}
     * @throws io.github.dkpbootstrap.policy.InvalidCatalogueException if a service or a key is there twice
     */
    public static Catalogue of(
            LocalDate date, String source, List<ConditionKeyEntry> globalKeys, List<ServiceEntry> services) {
        return new Catalogue(
                date, source, globalKeys, services.stream().map(Catalogue::lazy).toList(), ForeignKeys.of(services));
    }

    /** Returns this catalogue with {@code service} in place of its own of that prefix, or in addition. */
    public Catalogue with(ServiceEntry service) {
        List<LazyService> changed = new ArrayList<>(services);
        changed.removeIf(existing -> existing.prefix().equalsIgnoreCase(service.prefix()));
        changed.add(lazy(service));
        return new Catalogue(date, source, globalKeys, changed, foreignKeys.with(service));
    }

    /**
     * Writes this catalogue in UTF-8: the same text for the same values. Does not close {@code out}.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public void writeTo(OutputStream out) {
        try {
            out.write(CatalogueWriter.text(this).getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue cannot be written", e);
        }
    }

    /** Returns the day as of which the data were taken. */
    public LocalDate date() {
        return date;
    }

    /** Returns where the data come from, for a reader. */
    public String source() {
        return source;
    }

    /** Returns the condition keys that depend on the caller, the network or the organization and not on the action. */
    public List<ConditionKeyEntry> globalConditionKeys() {
        return globalKeys;
    }

    /** Returns the prefixes of the services, in the order of the catalogue. */
    public List<String> servicePrefixes() {
        return services.stream().map(LazyService::prefix).toList();
    }

    /** Returns all services, in the order of the catalogue; reads those that were not yet asked for. */
    public List<ServiceEntry> services() {
        return services.stream().map(LazyService::get).toList();
    }

    /** Returns the service of that prefix, whose case does not matter; nothing if the catalogue has none. */
    public Optional<ServiceEntry> service(String prefix) {
        return Optional.ofNullable(servicesByPrefix.get(Names.key(prefix))).map(LazyService::get);
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
        String name = pattern.name().orElse("");
        return pattern.service()
                .flatMap(this::service)
                .map(service -> NameGlob.hasWildcard(name) ? matching(service, name) : named(service, name))
                .orElse(List.of());
    }

    /**
     * Returns the condition key that is named so, or whose template fits, case ignored: a global one, or else one of the
     * service of its prefix, or of another that knows it. Nothing if the catalogue has none.
     */
    public Optional<ConditionKeyEntry> conditionKey(String name) {
        String prefix = ForeignKeys.prefix(name);
        return globalKeyIndex
                .find(name)
                .or(() -> Stream.concat(Stream.of(prefix), foreignKeys.services(prefix))
                        .flatMap(known -> service(known).stream())
                        .flatMap(known -> known.conditionKey(name).stream())
                        .findFirst());
    }

    /**
     * Returns whether requests for {@code action} can have the condition key {@code key}. True for every global key but
     * those of tags ({@code aws:RequestTag}, {@code aws:ResourceTag}, {@code aws:TagKeys}), which a service must know.
     */
    public boolean knows(ActionEntry action, String key) {
        boolean tag = TAG_KEYS.stream().anyMatch(Names.key(key)::startsWith);
        return (!tag && globalKeyIndex.find(key).isPresent())
                || service(action.service()).filter(s -> s.knows(action, key)).isPresent();
    }

    /** Returns source, date and size for a reader. */
    @Override
    public String toString() {
        return "%s (%s, %d services)".formatted(source, date, services.size());
    }

    ForeignKeys foreignKeys() {
        return foreignKeys;
    }

    static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue cannot be read", e);
        }
    }

    private static List<ActionEntry> named(ServiceEntry service, String name) {
        return service.action(name).stream().toList();
    }

    private static List<ActionEntry> matching(ServiceEntry service, String pattern) {
        NameGlob name = new NameGlob(pattern);
        return service.actions().stream()
                .filter(action -> name.matches(action.name()))
                .toList();
    }

    private static LazyService lazy(ServiceEntry service) {
        return new LazyService(service.prefix(), () -> service);
    }
}
