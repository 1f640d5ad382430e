// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;

/** Writes a {@linkplain CatalogueFormat catalogue file}. */
final class CatalogueWriter {
    private final StringBuilder text = new StringBuilder();

    private CatalogueWriter() {}

    static String text(Catalogue catalogue) {
        CatalogueWriter writer = new CatalogueWriter();
        writer.catalogue(catalogue);
        return writer.text.toString();
    }

    private void catalogue(Catalogue catalogue) {
        line(CatalogueFormat.MAGIC, CatalogueFormat.VERSION);
        line(CatalogueFormat.DATE, catalogue.date().toString());
        line(CatalogueFormat.SOURCE, catalogue.source());
        catalogue
                .globalConditionKeys()
                .forEach(key -> line(CatalogueFormat.GLOBAL, key.name(), CatalogueFormat.type(key)));
        catalogue
                .foreignKeys()
                .servicesByPrefix()
                .forEach((prefix, services) ->
                        services.forEach(service -> line(CatalogueFormat.FOREIGN, prefix, service)));
        catalogue.services().forEach(service -> new ServiceWriter(service, this::line).write());
        int actions =
                catalogue.services().stream().mapToInt(s -> s.actions().size()).sum();
        line(CatalogueFormat.END, String.valueOf(catalogue.services().size()), String.valueOf(actions));
    }

    private void line(String... fields) {
        for (String field : fields) {
            if (field.indexOf('\t') >= 0 || field.indexOf('\n') >= 0) {
                throw new InvalidCatalogueException("'" + field + "' has a tab or a line feed");
            }
        }
        text.append(String.join("\t", fields)).append('\n');
    }
}
