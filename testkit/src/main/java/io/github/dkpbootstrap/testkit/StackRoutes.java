// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.testkit.internal.cloudformation.TemplateVariants;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The ways to the statuses that a stack can have: what is called, and what fails on the way. */
final class StackRoutes {
    private static final Duration WHILE = Duration.ofMinutes(2);
    private static final String FAILURE = "Internal error reported from downstream service during operation";
    private static final String BEFORE_TAG = "testkit:before";

    private final StackDriver driver;
    private final String name;
    private final String template;
    private final TemplateVariants variants;
    private final Map<String, String> tags;
    private final String changeSet;

    StackRoutes(StackDriver driver, StackWish wish) {
        this.driver = driver;
        this.name = wish.name();
        this.template = wish.template();
        this.variants = new TemplateVariants(template);
        this.tags = wish.tags();
        this.changeSet = wish.changeSet();
    }

    void lead(String status) {
        switch (status) {
            case "CREATE_IN_PROGRESS" -> creating();
            case "CREATE_COMPLETE" -> created();
            case "CREATE_FAILED" -> failCreating(true);
            case "ROLLBACK_IN_PROGRESS", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED" -> rollBackCreating(status);
            case "DELETE_IN_PROGRESS", "DELETE_COMPLETE", "DELETE_FAILED" -> deleted(status);
            case "UPDATE_IN_PROGRESS", "UPDATE_COMPLETE", "UPDATE_FAILED" -> updated(status);
            case "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" -> cleaningUp();
            case "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS" -> cleaningUpAfterRollback();
            case "UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED" ->
                rollBackUpdating(status);
            case "REVIEW_IN_PROGRESS" -> inReview();
            case "IMPORT_IN_PROGRESS", "IMPORT_COMPLETE" -> imported(status);
            case "IMPORT_ROLLBACK_IN_PROGRESS", "IMPORT_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_FAILED" ->
                rollBackImporting(status);
            default -> throw new IllegalArgumentException("'" + status + "' is no status that a stack can be led to");
        }
        driver.until(status);
        driver.spendFaults();
    }

    private void creating() {
        driver.fault(ResourceFault.onAnyResource().whenCreating().takes(WHILE));
        driver.call("CreateStack", form(template, tags));
    }

    private void created() {
        driver.call("CreateStack", form(template, tags));
        driver.until("CREATE_COMPLETE");
    }

    private void failCreating(boolean rollbackDisabled) {
        driver.fault(ResourceFault.onAnyResource()
                .whenCreating()
                .fails(FAILURE)
                .handlerErrorCode("GeneralServiceException")
                .from(variants.size()));
        driver.call("CreateStack", form(template, tags).with("DisableRollback", Boolean.toString(rollbackDisabled)));
    }

    private void rollBackCreating(String status) {
        end(status, ResourceFault.onAnyResource().whenRollingBack());
        failCreating(false);
    }

    private void deleted(String status) {
        created();
        end(status, ResourceFault.onAnyResource().whenDeleting());
        driver.call("DeleteStack", Form.of());
    }

    private void updated(String status) {
        driver.call("CreateStack", form(template, before()));
        driver.until("CREATE_COMPLETE");
        end(status, ResourceFault.onAnyResource().whenUpdating());
        driver.call(
                "UpdateStack",
                form(template, tags).with("DisableRollback", Boolean.toString(status.equals("UPDATE_FAILED"))));
    }

    private void cleaningUp() {
        driver.call("CreateStack", form(variants.renamed(name + "-before"), tags));
        driver.until("CREATE_COMPLETE");
        driver.fault(ResourceFault.on(variants.varied()).whenDeleting().takes(WHILE));
        driver.call("UpdateStack", form(template, tags));
    }

    private void rollBackUpdating(String status) {
        created();
        driver.fault(ResourceFault.onAnyResource()
                .whenUpdating()
                .fails(FAILURE)
                .handlerErrorCode("GeneralServiceException"));
        end(status, ResourceFault.onAnyResource().whenRollingBack());
        driver.call("UpdateStack", form(template, before()));
    }

    private void cleaningUpAfterRollback() {
        created();
        Optional<String> before = driver.physicalId(variants.varied());
        driver.call("UpdateStack", form(variants.renamed(name + "-after"), tags));
        driver.advance(() -> !driver.physicalId(variants.varied()).equals(before));
        driver.fault(ResourceFault.on(variants.varied()).whenRollingBack().takes(WHILE));
        driver.call("CancelUpdateStack", Form.of());
    }

    private void inReview() {
        changeSet(form(template, tags).with("ChangeSetType", "CREATE"));
    }

    private void imported(String status) {
        end(status, ResourceFault.on(variants.varied()).whenImporting());
        importAgain();
    }

    private void rollBackImporting(String status) {
        driver.fault(ResourceFault.on(variants.varied())
                .whenImporting()
                .fails(FAILURE)
                .handlerErrorCode("GeneralServiceException"));
        end(status, ResourceFault.on(variants.varied()).whenRollingBack());
        importAgain();
    }

    /** Lets the stack give up a resource, and take it back. */
    private void importAgain() {
        driver.call("CreateStack", form(variants.keeping("Retain"), tags));
        driver.until("CREATE_COMPLETE");
        String physicalId = driver.physicalId(variants.varied()).orElse("");
        driver.call("UpdateStack", form(variants.without(), tags));
        driver.until("UPDATE_COMPLETE");
        String entry = "ResourcesToImport.member.1.";
        changeSet(form(variants.keeping("Delete"), tags)
                .with("ChangeSetType", "IMPORT")
                .with(entry + "ResourceType", variants.variedType())
                .with(entry + "LogicalResourceId", variants.varied())
                .with(entry + "ResourceIdentifier.entry.1.key", variants.identifier())
                .with(entry + "ResourceIdentifier.entry.1.value", physicalId));
        driver.call("ExecuteChangeSet", Form.of("ChangeSetName", changeSet));
    }

    private void changeSet(Form form) {
        driver.call("CreateChangeSet", form.with("ChangeSetName", changeSet));
        driver.advance(() -> driver.hasChangeSet(changeSet));
    }

    /** Lets an operation come to its end, fail, or stay under way for a while, as the status says. */
    private void end(String status, ResourceFault.Occasion occasion) {
        if (status.endsWith("_IN_PROGRESS")) {
            driver.fault(occasion.takes(WHILE));
        } else if (status.endsWith("_FAILED")) {
            driver.fault(occasion.fails(FAILURE).handlerErrorCode("GeneralServiceException"));
        }
    }

    private Map<String, String> before() {
        Map<String, String> before = new LinkedHashMap<>(tags);
        before.put(BEFORE_TAG, "true");
        return before;
    }

    private static Form form(String body, Map<String, String> tags) {
        return Form.of("TemplateBody", body, "Capabilities.member.1", "CAPABILITY_NAMED_IAM", "Tags", "")
                .withTags(tags);
    }
}
