// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

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
     */
    public static QueryService create(IamStore store, Timeline timeline, Gate gate, QueryService iam, Options options) {
        TemplateReader reader = new TemplateReader(new ResourceTypes(store));
        Map<String, Region> known = new HashMap<>();
        Function<String, Region> regions = name -> known.computeIfAbsent(
                name, n -> new Region(store.account(), timeline, gate, iam, options.earlyValidation()));
        QueryService service = new QueryService("cloudformation", NAMESPACE);
        Settings settings = new Settings(reader);
        Pages pages = new Pages(options.pageSize());
        new WriteActions(settings, regions).register(service);
        new RecoveryActions(regions).register(service);
        new EventActions(regions, pages).register(service);
        new DriftActions(regions, pages).register(service);
        new ReadActions(regions, pages).register(service);
        new ChangeSetActions(timeline, settings, regions).register(service);
        new ChangeSetReads(regions, pages, options.withoutValues()).register(service);
        new TemplateActions(reader, regions).register(service);
        gate.stacksOfChangeSets(id -> known.values().stream()
                .flatMap(region -> region.stackOf(id).stream())
                .findFirst());
        return service;
    }
}
