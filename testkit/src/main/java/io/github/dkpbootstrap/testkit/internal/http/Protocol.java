// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.policy.PolicyException;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The protocols of AWS's services, as far as errors differ between them. */
enum Protocol {
    /** Form in, XML out: IAM, STS, CloudFormation, Auto Scaling, Elastic Load Balancing. */
    QUERY {
        @Override
        Answer error(ServiceError error, String requestId, String namespace) {
            String type = error.status() < SERVER_ERROR ? "Sender" : "Receiver";
            Xml xml = new Xml()
                    .root(
                            "ErrorResponse",
                            namespace,
                            root -> root.nested(
                                            "Error",
                                            element -> element.element("Type", type)
                                                    .element("Code", error.code())
                                                    .element("Message", error.message()))
                                    .element("RequestId", requestId));
            return new Answer(error.status(), XML, requestId, xml.toString());
        }
    },
    /** As query, with EC2's own errors. */
    EC2 {
        @Override
        Answer error(ServiceError error, String requestId, String namespace) {
            ServiceError own = ec2(error);
            Xml xml = new Xml()
                    .nested(
                            "Response",
                            root -> root.nested(
                                            "Errors",
                                            errors -> errors.nested(
                                                    "Error",
                                                    element -> element.element("Code", own.code())
                                                            .element("Message", own.message())))
                                    .element("RequestID", requestId));
            return new Answer(own.status(), XML, requestId, PROLOGUE + xml);
        }
    },
    /** JSON in and out, the action in {@code X-Amz-Target}: Secrets Manager, Resource Groups Tagging. */
    JSON {
        @Override
        Answer error(ServiceError error, String requestId, String namespace) {
            Map<String, JsonValue> body = new LinkedHashMap<>();
            body.put("__type", JsonValue.of(jsonCode(error.code())));
            body.put("message", JsonValue.of(error.message()));
            int status = error.status() < SERVER_ERROR ? 400 : error.status();
            return new Answer(
                    status, "application/x-amz-json-1.1", requestId, new JsonObject(body).toJson(JsonLayout.MINIFIED));
        }
    };

    static final String XML = "text/xml";

    private static final int SERVER_ERROR = 500;
    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    static Protocol of(SignedRequest request, String service) {
        if (request.header("x-amz-target").isPresent()) {
            return JSON;
        }
        return service.equals("ec2") ? EC2 : QUERY;
    }

    abstract Answer error(ServiceError error, String requestId, String namespace);

    /** Returns the parameters of the request; of a JSON body, its members that are strings. */
    Form form(SignedRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        if (this == JSON) {
            return json(body);
        }
        String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
        return Form.parse(body.isEmpty() ? query : body);
    }

    /** Returns the action that the request names. */
    Optional<String> action(SignedRequest request, Form form) {
        Optional<String> action = this == JSON
                ? request.header("x-amz-target").map(target -> target.substring(target.lastIndexOf('.') + 1))
                : form.find("Action");
        return action.filter(name -> name.matches("[A-Za-z0-9]+"));
    }

    private static Form json(String body) {
        Form form = Form.of();
        try {
            if (!body.isEmpty() && JsonValue.parse(body) instanceof JsonObject object) {
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    if (member.getValue() instanceof JsonString text) {
                        form = form.with(member.getKey(), text.value());
                    }
                }
            }
        } catch (PolicyException e) {
            throw ServiceError.of("SerializationException", 400, "The body is no JSON");
        }
        return form;
    }

    private static ServiceError ec2(ServiceError error) {
        return switch (error.code()) {
            case "AccessDenied" ->
                ServiceError.of(
                        "UnauthorizedOperation",
                        403,
                        "You are not authorized to perform this operation. " + error.message());
            case "InvalidClientTokenId", "SignatureDoesNotMatch" ->
                ServiceError.of("AuthFailure", 401, "AWS was not able to validate the provided access credentials");
            case "ExpiredToken" -> ServiceError.of("RequestExpired", 400, "Request has expired.");
            default -> error;
        };
    }

    private static String jsonCode(String code) {
        return switch (code) {
            case "AccessDenied" -> "AccessDeniedException";
            case "InvalidClientTokenId" -> "UnrecognizedClientException";
            case "SignatureDoesNotMatch" -> "InvalidSignatureException";
            case "ExpiredToken", "IncompleteSignature", "MissingAuthenticationToken", "NotImplemented" ->
                code + "Exception";
            default -> code;
        };
    }
}
