// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request, taken apart once for all statements. Not shared between threads. */
final class RequestView {
    private static final int MAX_ASCII = 0x7F;
    private static final String OWNED_BY_AWS = "aws";

    private final AccessRequest request;
    private final String action;
    private final int colon;
    private final int serviceHash;
    private final int actionHash;
    private final boolean ascii;
    private final ArnText resource;
    private final CallerView caller;
    private final Map<String, List<String>> context;
    private String lowerCaseName = "";

    RequestView(AccessRequest request) {
        this.request = request;
        action = request.action();
        colon = action.indexOf(':');
        int bits = 0;
        int hash = ActionTable.SEED;
        int hashAtColon = 0;
        for (int i = 0; i < action.length(); i++) {
            char character = action.charAt(i);
            bits |= character;
            hashAtColon = i == colon ? hash : hashAtColon;
            hash = ActionTable.hash(hash, character);
        }
        serviceHash = hashAtColon;
        actionHash = hash;
        ascii = bits <= MAX_ASCII;
        resource = new ArnText(request.resource());
        caller = new CallerView(request.caller());
        context = request.context();
    }

    static boolean isAscii(String text) {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            bits |= text.charAt(i);
        }
        return bits <= MAX_ASCII;
    }

    AccessRequest request() {
        return request;
    }

    CallerView caller() {
        return caller;
    }

    ArnText resource() {
        return resource;
    }

    Map<String, List<String>> context() {
        return context;
    }

    /** Returns whether tables can be asked: outside ASCII, upper and lower case have rules that they do not know. */
    boolean isAscii() {
        return ascii;
    }

    <V> V byAction(ActionTable<V> table) {
        return table.get(actionHash, action, action.length());
    }

    <V> V byService(ActionTable<V> table) {
        return table.get(serviceHash, action, colon);
    }

    boolean hasService(String service) {
        return service.length() == colon && action.regionMatches(true, 0, service, 0, colon);
    }

    /** Returns the name of the action in lower case; never empty. */
    String lowerCaseName() {
        if (lowerCaseName.isEmpty()) {
            lowerCaseName = action.substring(colon + 1).toLowerCase(Locale.ROOT);
        }
        return lowerCaseName;
    }

    /** Rule 22b: what names no owner, and what AWS owns, counts as the caller's. */
    boolean isSameAccount() {
        if (request.resourceAccount().isPresent()) {
            String owner = request.resourceAccount().get();
            return owner.isEmpty()
                    || owner.equals(OWNED_BY_AWS)
                    || (caller.hasAccount() && caller.id().accountIs(owner));
        }
        return !resource.namesAccount()
                || resource.accountIs(OWNED_BY_AWS)
                || (caller.hasAccount() && resource.hasAccountOf(caller.id()));
    }
}
