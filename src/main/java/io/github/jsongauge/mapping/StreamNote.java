// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

/**
 * How one list of a document is read.
 *
 * @param list what is read of it, as a person would say it
 * @param why it is not read item by item while the document comes; empty when it is
 */
public record StreamNote(String list, String why) {}
