// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.catalogue.AccessLevel;
import io.github.dkpbootstrap.policy.report.page.Block.Row;
import io.github.dkpbootstrap.policy.report.page.Block.Table;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** How many actions of which service have which access level. */
final class LevelTable {
    private LevelTable() {}

    static Table of(ActionSet set, String caption) {
        List<ServiceActions> services = set.services();
        List<String> columns = new ArrayList<>(List.of("Service"));
        Stream.of(AccessLevel.values()).map(Words::level).forEach(columns::add);
        columns.add("All levels");
        columns.add("Unknown entries");
        Row sum = new Row(Line.empty().strong("All"), cells(services));
        return set.isEverything()
                ? new Table(caption, columns, everything(services), sum)
                : new Table(
                        caption, columns, services.stream().map(LevelTable::row).toList(), sum);
    }

    /** One row for all services that the catalogue knows, and one for each entry of others. */
    private static List<Row> everything(List<ServiceActions> services) {
        List<ServiceActions> known =
                services.stream().filter(s -> s.count() > 0).toList();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                Line.of("all " + Numbers.of(known.size(), "service") + " (")
                        .code("*")
                        .text(")"),
                cells(known)));
        services.stream().filter(s -> s.count() == 0).map(LevelTable::row).forEach(rows::add);
        return rows;
    }

    private static Row row(ServiceActions service) {
        Line head = service.service().isEmpty()
                ? Line.of("no service")
                : Line.empty().code(service.service());
        return new Row(head, cells(List.of(service)));
    }

    private static List<String> cells(List<ServiceActions> services) {
        List<String> cells = new ArrayList<>();
        for (AccessLevel level : AccessLevel.values()) {
            cells.add(sum(services, service -> service.count(level)));
        }
        cells.add(sum(services, ServiceActions::count));
        cells.add(sum(services, service -> service.unknown().size()));
        return cells;
    }

    private static String sum(List<ServiceActions> services, ToIntFunction<ServiceActions> count) {
        return Numbers.number(services.stream().mapToInt(count).sum());
    }
}
