// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.Match;

/** Takes the items of one list of a document while that comes. */
interface Streamer {
    void take(Run run, Match item) throws MappingException;
}
