// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

/**
 * Which jsongauge this is: the labels of {@code jsongauge_build_info}.
 *
 * @param revision of the sources; empty when unknown
 */
public record BuildInfo(String version, String revision, String javaVersion) {}
