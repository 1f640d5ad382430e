// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** The pattern of an ARN, field by field. */
final class ArnPattern {
    private final Glob partition;
    private final String service;
    private final Glob region;
    private final Glob account;
    private final FilledGlob resource;

    ArnPattern(Glob partition, String service, Glob region, Glob account, FilledGlob resource) {
        this.partition = partition;
        this.service = service;
        this.region = region;
        this.account = account;
        this.resource = resource;
    }

    /** Returns whether the resource, which is an ARN, is covered. */
    boolean covers(RequestView request) {
        ArnText given = request.resource();
        return given.serviceIs(service)
                && given.partitionMatches(partition)
                && given.regionMatches(region)
                && given.accountMatches(account)
                && resource.glob(request).filter(given::resourceMatches).isPresent();
    }
}
