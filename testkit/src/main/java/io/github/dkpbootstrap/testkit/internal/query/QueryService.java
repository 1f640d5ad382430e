// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A service with the query protocol: its actions by name, and the XML envelope of their answers. */
public final class QueryService {
    private record Entry(Optional<BiConsumer<Call, Xml>> answer, Optional<Consumer<Call>> act) {}

    private final String name;
    private final String namespace;
    private final Map<String, Entry> actions = new HashMap<>();
    private final Map<String, Consumer<Call>> checks = new HashMap<>();
    private final List<Runnable> reactions = new ArrayList<>();

    /** Creates a service without actions. */
    public QueryService(String name, String namespace) {
        this.name = name;
        this.namespace = namespace;
    }

    /** Returns the prefix of the service's actions in policies. */
    public String name() {
        return name;
    }

    /** Returns the XML namespace of the service's answers. */
    public String namespace() {
        return namespace;
    }

    /** Adds an action that has a result. */
    public QueryService answer(String action, BiConsumer<Call, Xml> handler) {
        actions.put(action, new Entry(Optional.of(handler), Optional.empty()));
        return this;
    }

    /** Adds an action whose answer holds a request id alone. */
    public QueryService act(String action, Consumer<Call> handler) {
        actions.put(action, new Entry(Optional.empty(), Optional.of(handler)));
        return this;
    }

    /** Adds a check of an action's parameters that comes before authorisation, as the service's model does. */
    public QueryService check(String action, Consumer<Call> check) {
        checks.put(action, check);
        return this;
    }

    /** Adds something to do after each call of an action. */
    public QueryService afterwards(Runnable reaction) {
        reactions.add(reaction);
        return this;
    }

    /** Checks the parameters of a call as far as that comes before authorisation. */
    public void check(Call call) {
        Optional.ofNullable(checks.get(call.action())).ifPresent(check -> check.accept(call));
    }

    /** Runs a call and returns the XML of its answer. */
    public String handle(Call call) {
        Entry entry = Optional.ofNullable(actions.get(call.action()))
                .orElseThrow(() -> ServiceError.notImplemented(call.qualifiedAction()));
        Xml result = new Xml();
        entry.answer().ifPresent(answer -> result.nested(call.action() + "Result", xml -> answer.accept(call, xml)));
        entry.act().ifPresent(act -> act.accept(call));
        reactions.forEach(Runnable::run);
        Xml metadata = new Xml().nested("ResponseMetadata", xml -> xml.element("RequestId", call.requestId()));
        String element = call.action() + "Response";
        return "<" + element + " xmlns=\"" + namespace + "\">" + result + metadata + "</" + element + ">";
    }
}
