// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.EarlyValidation;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.access.Gate;
import io.github.dkpbootstrap.testkit.internal.fault.Trouble;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Puts the actions of CloudFormation together. */
public final class CloudFormationService {
    private static final String NAMESPACE = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    /** The service, and the way to its stacks that is not through AWS's actions. */
    public record Parts(QueryService service, StackDoor stacks) {}

    /**
     * What can be chosen.
     *
     * @param troubles what goes wrong with resources
     * @param pageSize how many items an answer holds
     * @param withoutValues the logical ids of resources whose property values change sets cannot show
     * @param earlyValidation whether templates are looked at before resources are touched
     */
    public record Options(
            Trouble.Source troubles, int pageSize, Set<String> withoutValues, EarlyValidation earlyValidation) {}

    private CloudFormationService() {}

    /**
     * Returns the service.
     *
     * @param iam where the resources of stacks are made
     */
    public static Parts create(IamStore store, Timeline timeline, Gate gate, QueryService iam, Options options) {
        TemplateReader reader = new TemplateReader(new ResourceTypes(store));
        Map<String, Region> known = new HashMap<>();
        Function<String, Region> regions =
                name -> known.computeIfAbsent(name, n -> new Region(store.account(), timeline, gate, iam, options));
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
        return new Parts(service, new StackDoor(regions));
    }
}
