// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.report.page.Block;
import io.github.dkpbootstrap.policy.report.page.Page;
import java.util.List;
import java.util.stream.Stream;

/** The report as a page: its sections in the order in which a reviewer reads. */
public final class ReportPage {
    private ReportPage() {}

    /** Returns the page that says these facts. */
    public static Page of(Facts facts) {
        List<Block> blocks = Stream.of(
                        HeadSection.of(facts),
                        SummarySection.of(facts),
                        ServicesSection.of(facts),
                        AttentionSection.of(facts),
                        StatementsSection.of(facts),
                        FindingsSection.of(facts),
                        NotesSection.of(facts))
                .flatMap(List::stream)
                .toList();
        return new Page(HeadSection.title(facts), blocks);
    }
}
