// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.EarlyValidation;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.access.Gate;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Puts the actions of CloudFormation together. */
public final class CloudFormationService {
    private static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    private CloudFormationService() {}

    /**
     * Returns the service.
     *
     * @param iam where the resources of stacks are made
     * @param pageSize how many items an answer holds
     */
    public static QueryService create(
            IamStore store,
            Timeline timeline,
            Gate gate,
            QueryService iam,
            int pageSize,
            EarlyValidation earlyValidation) {
        TemplateReader reader = new TemplateReader(new ResourceTypes(store));
        Map<String, Region> known = new HashMap<>();
        Function<String, Region> regions = name ->
                known.computeIfAbsent(name, n -> new Region(store.account(), timeline, gate, iam, earlyValidation));
        QueryService service = new QueryService("cloudformation", NAMESPACE);
        new WriteActions(store.account(), timeline, new Settings(reader), regions).register(service);
        new RecoveryActions(timeline, regions).register(service);
        Pages pages = new Pages(pageSize);
        new ReadActions(regions, pages).register(service);
        new EventActions(regions, pages).register(service);
        new DriftActions(regions, pages).register(service);
        new TemplateActions(reader, regions).register(service);
        return service;
    }
}
