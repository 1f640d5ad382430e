// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.finding.Finding;
import io.github.dkpbootstrap.policy.report.Facts;
import io.github.dkpbootstrap.policy.report.ReportPage;
import io.github.dkpbootstrap.policy.report.ServiceActions;
import java.time.LocalDate;
import java.util.List;

/**
 * The permissions of a document for a reviewer: as values, as Markdown and as one HTML page. Both pages say the same, and
 * are the same to the byte for the same document, target and catalogue. Immutable and thread-safe.
 *
 * <p>It speaks of the document alone, not of what else limits a caller or adds to what it may do. Values of secret
 * condition keys such as {@code sts:ExternalId} are masked on the pages, but not in {@link #statements()}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand.html">Policy summaries</a>
 */
public final class PermissionReport {
    private final Facts facts;

    private PermissionReport(Facts facts) {
        this.facts = facts;
    }

    static PermissionReport of(PolicyDocument document, PolicyTarget target, Catalogue catalogue) {
        return new PermissionReport(Facts.of(document, target, catalogue));
    }

    /** Returns what the document is meant to be stored as. */
    public PolicyTarget target() {
        return facts.target();
    }

    /** Returns the day as of which actions are known. */
    public LocalDate catalogueDate() {
        return facts.catalogue().date();
    }

    /**
     * Returns the actions that statements allow, by service, each once. Denies, resources and conditions do not lessen
     * them; statements with {@code NotAction} add nothing.
     */
    public List<ServicePermissions> allowed() {
        return services(facts.allowedServices());
    }

    /** Returns the actions that statements deny, by service, each once; statements with {@code NotAction} add nothing. */
    public List<ServicePermissions> denied() {
        return services(facts.deniedServices());
    }

    /** Returns the statements, in the order of the document. */
    public List<StatementPermissions> statements() {
        return facts.statements().stream()
                .<StatementPermissions>map(each ->
                        ImmutableStatementPermissions.of(each.number(), each.statement(), services(each.services())))
                .toList();
    }

    /** Returns what all checks found, the heaviest first. */
    public List<Finding> findings() {
        return facts.findings();
    }

    /**
     * Returns the report as Markdown, with tables as GitHub writes them. Whatever the document holds is shown as text:
     * no part of it is taken for Markdown or HTML.
     */
    public String toMarkdown() {
        return ReportPage.of(facts).toMarkdown();
    }

    /**
     * Returns the report as one HTML page in UTF-8, which is well-formed XML too. It has no script, loads nothing, and
     * tells the browser to allow neither. Whatever the document holds is shown as text.
     */
    public String toHtml() {
        return ReportPage.of(facts).toHtml();
    }

    /** Returns what the report is about, for a reader. */
    @Override
    public String toString() {
        return "Permission report on a document of %d statements for %s"
                .formatted(facts.statements().size(), facts.target());
    }

    private static List<ServicePermissions> services(List<ServiceActions> services) {
        return services.stream()
                .<ServicePermissions>map(
                        each -> ImmutableServicePermissions.of(each.service(), each.actions(), each.unknown()))
                .toList();
    }
}
