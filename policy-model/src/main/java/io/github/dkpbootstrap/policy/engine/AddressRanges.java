// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;
import java.util.Optional;

/** IpAddress: an address in one of the ranges. */
final class AddressRanges implements Values {
    private final AddressRange[] ranges;

    AddressRanges(List<String> written) {
        ranges = written.stream()
                .flatMap(text -> AddressRange.read(text).stream())
                .toArray(AddressRange[]::new);
    }

    @Override
    public boolean match(String given, RequestView request) {
        Optional<Address> address = Address.read(given);
        if (address.isEmpty()) {
            return false;
        }
        for (AddressRange range : ranges) {
            if (range.contains(address.get())) {
                return true;
            }
        }
        return false;
    }
}
