// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** From the text of a configuration to its targets, all checks done, against what SnakeYAML needs to make maps and lists. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ConfigLoaderBenchmark {
    @Param({"1", "50"})
    public int targets;

    private String text;

    /** Each target with a group of items and a label, as in {@code config-examples}. */
    @Setup
    public void write() {
        StringBuilder yaml = new StringBuilder("global: {interval: 10s, target_label: app}\ntargets:\n");
        for (int i = 0; i < targets; i++) {
            yaml.append("""
                      - name: app-%1$d
                        url: http://app-%1$d.internal:8080/status
                        timeout: 2s
                        labels: {zone: north}
                        metrics:
                          - {name: app_requests_current, path: $.current_requests, help: Current requests}
                          - {name: app_uptime_seconds, path: $.total_uptime, help: Uptime}
                          - {name: app_health, type: enum, path: $.health, states: [healthy, unhealthy], help: Health}
                          - each: $.queues[?(@.enabled == true)]
                            labels: {queue: .name}
                            metrics:
                              - {name: app_queue_messages, path: .messages, help: Messages in the queue}
                              - {name: app_queue_age_seconds, path: .oldest_ms, scale: 0.001, help: Age of the oldest message}
                    """.formatted(i));
        }
        text = yaml.toString();
    }

    @Benchmark
    public Config ours() throws ConfigException {
        return ConfigLoader.load("config.yml", text, Map.of());
    }

    @Benchmark
    public Object snakeYaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }
}
