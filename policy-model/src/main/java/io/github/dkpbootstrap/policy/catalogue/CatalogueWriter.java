// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes a {@linkplain CatalogueFormat catalogue file}. */
final class CatalogueWriter {
    private final StringBuilder text = new StringBuilder();

    private CatalogueWriter() {}

    static void write(Catalogue catalogue, OutputStream out) {
        CatalogueWriter writer = new CatalogueWriter();
        writer.catalogue(catalogue);
        try {
            out.write(writer.text.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue cannot be written", e);
        }
    }

    private void catalogue(Catalogue catalogue) {
        line(CatalogueFormat.MAGIC, CatalogueFormat.VERSION);
        line(CatalogueFormat.DATE, catalogue.date().toString());
        line(CatalogueFormat.SOURCE, catalogue.source());
        catalogue
                .globalConditionKeys()
                .forEach(key -> line(CatalogueFormat.GLOBAL, key.name(), CatalogueFormat.type(key)));
        catalogue.services().forEach(service -> new ServiceWriter(service, this::line).write());
        int actions =
                catalogue.services().stream().mapToInt(s -> s.actions().size()).sum();
        line(CatalogueFormat.END, String.valueOf(catalogue.services().size()), String.valueOf(actions));
    }

    private void line(String... fields) {
        text.append(String.join("\t", fields)).append('\n');
    }
}
