// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.catalogue.ServiceEntry;
import java.util.List;
import java.util.Optional;

/** The text of an action pattern, next to a catalogue. */
record ActionText(String text, Catalogue catalogue) {
    private static final String NAME = "[A-Za-z0-9*?-]+";

    /** Returns the text of the pattern; nothing for an intrinsic and for {@code *}, which no catalogue contradicts. */
    static Optional<ActionText> of(ActionPattern pattern, CheckContext context) {
        return pattern.value()
                .text()
                .filter(text -> !text.equals("*") && !text.equals("*:*"))
                .map(text -> new ActionText(text, context.catalogue()));
    }

    /** Returns whether it has the form of an action: a service, a colon and a name. */
    boolean isWellFormed() {
        return text.indexOf(':') > 0 && name().matches(NAME);
    }

    String serviceName() {
        return text.substring(0, Math.max(0, text.indexOf(':')));
    }

    String name() {
        return text.substring(text.indexOf(':') + 1);
    }

    /** Returns the service; nothing if the catalogue has none of that prefix. */
    Optional<ServiceEntry> service() {
        return catalogue.service(serviceName());
    }

    /** Returns the actions that it covers. */
    List<ActionEntry> actions() {
        return catalogue.actionsMatching(ActionPattern.of(text));
    }

    boolean hasWildcard() {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Returns whether the service is known and has no action like this. */
    boolean isUnknownToItsService() {
        return isWellFormed() && service().isPresent() && actions().isEmpty();
    }

    /** Returns the action of the service that is at most {@code limit} edits away, as policies write it. */
    Optional<String> near(int limit) {
        return hasWildcard()
                ? Optional.empty()
                : service()
                        .flatMap(service -> NearNames.nearest(
                                        name(),
                                        service.actions().stream()
                                                .map(ActionEntry::name)
                                                .toList(),
                                        limit)
                                .map(name -> service.prefix() + ':' + name));
    }
}
