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
import java.util.function.UnaryOperator;

/** A service with the query protocol: its actions by name, and the XML envelope of their answers. */
public final class QueryService {
    private record Entry(Optional<BiConsumer<Call, Xml>> answer, Optional<Consumer<Call>> act) {}

    private final String name;
    private final String namespace;
    private final Map<String, Entry> actions = new HashMap<>();
    private final Map<String, UnaryOperator<Call>> preparations = new HashMap<>();
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

    /**
     * Adds what comes before the authorisation of an action: a check of its parameters, as the service's model makes it, and
     * whatever the parameters tell about the caller.
     */
    public QueryService prepare(String action, UnaryOperator<Call> preparation) {
        preparations.put(action, preparation);
        return this;
    }

    /** Adds something to do after each call of an action. */
    public QueryService afterwards(Runnable reaction) {
        reactions.add(reaction);
        return this;
    }

    /** Does what comes before the authorisation of a call, and returns the call to authorise. */
    public Call prepare(Call call) {
        return preparations.getOrDefault(call.action(), same -> same).apply(call);
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
