// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what stands in front of the services. */
final class CatalogueHead {
    private final List<ConditionKeyEntry> globalKeys = new ArrayList<>();
    private final ForeignKeys foreignKeys = new ForeignKeys(new TreeMap<>());
    private Optional<LocalDate> date = Optional.empty();
    private Optional<String> source = Optional.empty();

    void read(Lines lines) {
        if (!lines.hasNext()) {
            throw new InvalidCatalogueException("this is no catalogue");
        }
        magic(lines.next());
        while (lines.hasNext()) {
            line(lines.next());
        }
    }

    Catalogue catalogue(List<LazyService> services) {
        return new Catalogue(
                date.orElseThrow(() -> new InvalidCatalogueException("there is no date")),
                source.orElseThrow(() -> new InvalidCatalogueException("there is no source")),
                globalKeys,
                services,
                foreignKeys);
    }

    private void line(Fields fields) {
        String kind = fields.next();
        switch (kind) {
            case CatalogueFormat.DATE -> date = Optional.of(date(fields.next()));
            case CatalogueFormat.SOURCE -> source = Optional.of(fields.next());
            case CatalogueFormat.GLOBAL -> globalKeys.add(CatalogueFormat.key(fields.next(), fields.next()));
            case CatalogueFormat.FOREIGN -> foreignKeys.add(fields.next(), fields.next());
            default -> throw CatalogueFormat.unexpected(kind);
        }
    }

    private static void magic(Fields fields) {
        if (!fields.next().equals(CatalogueFormat.MAGIC)) {
            throw new InvalidCatalogueException(
                    "this is no catalogue: it does not start with " + CatalogueFormat.MAGIC);
        }
        String version = fields.next();
        if (!version.equals(CatalogueFormat.VERSION)) {
            throw new InvalidCatalogueException(
                    "only version %s of the format is known, not '%s'".formatted(CatalogueFormat.VERSION, version));
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidCatalogueException("'" + text + "' is no date");
        }
    }
}
