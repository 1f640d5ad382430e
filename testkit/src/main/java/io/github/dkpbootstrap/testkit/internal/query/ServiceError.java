// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.query;

/** An error of a service, as the caller will read it: code, message and HTTP status. */
public final class ServiceError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;

    private ServiceError(String code, int status, String message) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    /** Returns an error with this code, status and message. */
    public static ServiceError of(String code, int status, String message) {
        return new ServiceError(code, status, message);
    }

    /** Returns the error that most services give for a parameter that they do not accept. */
    public static ServiceError validation(String message) {
        return of("ValidationError", 400, message);
    }

    /** Returns the error for a parameter that breaks a constraint of the service's model. */
    public static ServiceError constraint(String parameter, String value, String constraint) {
        return validation("1 validation error detected: Value %s at '%s' failed to satisfy constraint: %s"
                .formatted(value, parameter, constraint));
    }

    /** Returns the error for a call, or a part of one, that this local AWS does not play. */
    public static ServiceError notImplemented(String what) {
        return of("NotImplemented", 501, what + " is not implemented by this local AWS");
    }

    /** Returns the error code. */
    public String code() {
        return code;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the message. */
    public String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
