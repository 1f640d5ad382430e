// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import io.github.dkpbootstrap.testkit.internal.Ids;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.access.Gate;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignatureCheck;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each request through the same steps: verify, authorise, dispatch. One request at a time. */
public final class FrontDoor implements Desk {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int INTERNAL_FAILURE = 500;

    /** The services whose name in the credential scope is not their prefix in policies. */
    private static final Map<String, String> PREFIXES =
            Map.of("tagging", "tag", "monitoring", "cloudwatch", "email", "ses");

    private final Timeline timeline;
    private final SignatureCheck signatures;
    private final Gate gate;
    private final Map<String, QueryService> services;

    /** Creates the door to {@code services}. */
    public FrontDoor(Timeline timeline, SignatureCheck signatures, Gate gate, Collection<QueryService> services) {
        this.timeline = timeline;
        this.signatures = signatures;
        this.gate = gate;
        this.services = services.stream().collect(Collectors.toMap(QueryService::name, Function.identity()));
    }

    @Override
    public Arrival arrival(SignedRequest request) {
        Protocol protocol = Protocol.of(request, claimed(request));
        Form form = Form.of();
        try {
            form = protocol.form(request);
        } catch (ServiceError error) {
            LOG.trace("Parameters that cannot be read", error);
        }
        return new Arrival(
                claimed(request),
                protocol.action(request, form).orElse(""),
                signatures.claimedOwner(request).map(Identity::arn),
                timeline.now(),
                form);
    }

    @Override
    public Answer refuse(SignedRequest request, ServiceError error) {
        String claimed = claimed(request);
        return Protocol.of(request, claimed).error(error, Ids.uuid(), namespace(claimed));
    }

    @Override
    public synchronized Answer handle(SignedRequest request) {
        timeline.catchUp();
        String requestId = Ids.uuid();
        String claimed = claimed(request);
        Protocol protocol = Protocol.of(request, claimed);
        try {
            return dispatch(request, requestId, protocol);
        } catch (ServiceError error) {
            LOG.debug("{} {}: {}", claimed, requestId, error.code());
            return protocol.error(error, requestId, namespace(claimed));
        } catch (RuntimeException e) {
            LOG.error("{} {} failed in the local AWS itself", claimed, requestId, e);
            ServiceError error = ServiceError.of("InternalFailure", INTERNAL_FAILURE, "The local AWS failed: " + e);
            return protocol.error(error, requestId, namespace(claimed));
        }
    }

    @Override
    public synchronized <T> T exclusively(Supplier<T> action) {
        timeline.catchUp();
        return action.get();
    }

    private Answer dispatch(SignedRequest request, String requestId, Protocol protocol) {
        SignatureCheck.Proof proof = signatures.verify(request, timeline.now());
        Form form = protocol.form(request);
        proof.key().used(new AccessKey.Use(timeline.now(), proof.service(), proof.region()));
        String service = prefix(proof.service());
        Optional<String> action = protocol.action(request, form);
        if (action.isEmpty()) {
            throw services.containsKey(service)
                    ? ServiceError.of("MissingAction", 400, "The request does not name an action")
                    : ServiceError.notImplemented(service + " with its protocol");
        }
        Call received =
                new Call(proof.key().owner(), service, action.get(), proof.region(), requestId, form, Optional.empty());
        Optional<QueryService> handler = Optional.ofNullable(services.get(service));
        Call call = handler.map(known -> known.prepare(received)).orElse(received);
        gate.authorize(call);
        String body = handler.orElseThrow(() -> ServiceError.notImplemented(call.qualifiedAction()))
                .handle(call);
        return new Answer(200, Protocol.XML, requestId, body);
    }

    private String namespace(String service) {
        return Optional.ofNullable(services.get(service))
                .map(QueryService::namespace)
                .orElse("http://webservices.amazon.com/AWSFault/2005-15-09");
    }

    private static String claimed(SignedRequest request) {
        return SignatureCheck.claimedService(request).map(FrontDoor::prefix).orElse("");
    }

    private static String prefix(String scopeService) {
        return PREFIXES.getOrDefault(scopeService, scopeService);
    }
}
