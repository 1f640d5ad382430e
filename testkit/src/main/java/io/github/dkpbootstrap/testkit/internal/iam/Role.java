// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

/** An IAM role. */
public final class Role extends Principal {
    static final int DEFAULT_MAX_SESSION_SECONDS = 3600;

    private Document trust;
    private String description = "";
    private int maxSessionSeconds = DEFAULT_MAX_SESSION_SECONDS;

    Role(Origin origin, Document trust) {
        super(origin);
        this.trust = trust;
    }

    /** Returns the trust policy. */
    public Document trust() {
        return trust;
    }

    /** Returns the longest session of the role, in seconds. */
    public int maxSessionSeconds() {
        return maxSessionSeconds;
    }

    /** Returns whether a service owns the role. */
    public boolean serviceLinked() {
        return path().startsWith("/aws-service-role/");
    }

    /** Returns the description; empty if there is none. */
    public String description() {
        return description;
    }

    void setTrust(Document trust) {
        this.trust = trust;
    }

    void setDescription(String description) {
        this.description = description;
    }

    void setMaxSessionSeconds(int seconds) {
        this.maxSessionSeconds = seconds;
    }
}
