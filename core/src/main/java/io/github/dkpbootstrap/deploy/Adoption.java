// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.ResourceToImport;

/**
 * What is to be imported. Immutable.
 *
 * @param templateBody the text of a template that holds just these resources, as they are
 * @param resources the resources, each with what identifies it
 */
public record Adoption(String templateBody, List<ResourceToImport> resources) {
    /** Copies the list. */
    public Adoption {
        resources = List.copyOf(resources);
    }
}
