// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is inferred, rule by rule. */
class WorkedExamplesTest {
    private static Proposal proposal(String... documents) throws Exception {
        List<JsonValue> values = new ArrayList<>();
        for (String document : documents) {
            values.add(JsonReader.read(document.replace('\'', '"').getBytes(UTF_8), JsonLimits.DEFAULT));
        }
        Samples samples = new Samples(values, Duration.ofSeconds(values.size() - 1));
        return Proposal.of(samples, Endpoint.unknown(), "", "a test");
    }

    /** The lines of the metrics and what follows them, without the blanks that all have. */
    private static String metrics(String... documents) throws Exception {
        String yaml = proposal(documents).yaml();
        return yaml.substring(yaml.indexOf("metrics:\n") + "metrics:\n".length())
                .stripIndent()
                .replaceAll("(?m)^ {6}", "");
    }

    @Test
    void twoSamplesSettleUnitsAndStatesAreCompleted() throws Exception {
        assertThat(metrics(
                        "{'current_requests': 17, 'pending_requests': 3, 'total_uptime': 86400, 'health': 'healthy'}",
                        "{'current_requests': 18, 'pending_requests': 3, 'total_uptime': 86401, 'health': 'healthy'}"))
                .isEqualTo("""
                        - {name: app_current_requests, path: $.current_requests}
                        - {name: app_pending_requests, path: $.pending_requests}
                        - {name: app_uptime_seconds, path: $.total_uptime}   # grows by 1 per second between samples: seconds
                        - {name: app_health, type: enum, path: $.health, states: [healthy, unhealthy, starting]}   # states from a known vocabulary
                        # series expected: 6
                        """);
    }

    @Test
    void aServiceWithWorkersHasUnitsMomentsCountersAndAnInfo() throws Exception {
        String first = """
                {'app': 'billing', 'version': '2.14.1', 'startedAt': '2026-11-20T08:00:00Z', 'lastSyncTime': 1763870400123,
                 'isLeader': true, 'requestsTotal': 91234, 'errorRatePercent': 0.4, 'avgLatencyMs': 12.7,
                 'heap': {'usedMb': 512}, 'diskFree': '120 GB',
                 'workers': [{'id': 'w-1', 'state': 'busy', 'jobsProcessed': 812, 'queueLatencyMs': 14, 'lastSeen': 1763870400},
                             {'id': 'w-2', 'state': 'idle', 'jobsProcessed': 790, 'queueLatencyMs': 9, 'lastSeen': 1763870398}],
                 'tags': ['eu', 'blue'], 'note': 'all good'}""";

        assertThat(metrics(first, first.replace("91234", "91240"))).isEqualTo("""
                - {name: billing_started_timestamp_seconds, path: $.startedAt, parse: timestamp}   # RFC 3339 text
                - {name: billing_last_sync_timestamp_seconds, path: $.lastSyncTime, scale: 0.001}   # epoch in ms by magnitude
                - {name: billing_is_leader, path: $.isLeader}   # boolean: true=1 false=0
                - {name: billing_requests_total, type: counter, path: $.requestsTotal}   # never went down between samples
                - {name: billing_error_rate_ratio, path: $.errorRatePercent, scale: 0.01}   # percent in the document
                - {name: billing_avg_latency_seconds, path: $.avgLatencyMs, scale: 0.001}   # ms in the document; pre-aggregated by the application: cannot be averaged over instances
                - {name: billing_heap_used_bytes, path: $.heap.usedMb, scale: 1e+06}   # mb taken as 1e+06 bytes; if it counts in 1024s: scale: 1048576
                - {name: billing_disk_free_bytes, path: $.diskFree, parse: bytes}   # text '120 GB'
                - each: $.workers.*
                  labels: {worker: .id}
                  metrics:
                    - {name: billing_worker_state, type: enum, path: .state, states: [idle, busy]}   # states from a known vocabulary
                    - {name: billing_worker_jobs_processed_total, type: counter, path: .jobsProcessed}   # never went down between samples
                    - {name: billing_worker_queue_latency_seconds, path: .queueLatencyMs, scale: 0.001}   # ms in the document
                    - {name: billing_worker_last_seen_timestamp_seconds, path: .lastSeen}   # epoch in s by magnitude
                - {name: billing_info, type: info, labels: {app: $.app, version: $.version}}
                # series expected: 19
                # skipped $.tags   array of plain values (2): try `count: $.tags`
                # skipped $.note   text 'all good': not a number, state or version
                """);
    }

    @Test
    void aMapOfNodesIsAListAndAListWithoutBoundStaysAComment() throws Exception {
        assertThat(metrics("""
                {'cluster_name': 'logs', 'status': 'green',
                 'nodes': {'node-a': {'cpu_percent': 12, 'heapUsedInBytes': 1073741824, 'role': 'master', 'uptimeMillis': 86400000, 'fs': {'freeBytes': 5000000000}},
                           'node-b': {'cpu_percent': 31, 'heapUsedInBytes': 973741824, 'role': 'data', 'uptimeMillis': 86300000, 'fs': {'freeBytes': 4000000000}}},
                 'sessions': [{'uuid': '0c8a9f2e-1111-4a5b-8c7d-abcdefabcdef', 'hops': 12},
                              {'uuid': '1c8a9f2e-1111-4a5b-8c7d-abcdefabcdef', 'hops': 310}]}""")).isEqualTo("""
                        - {name: logs_status, type: enum, path: $.status, states: [green, yellow, red]}   # states from a known vocabulary
                        - each: $.nodes.*
                          labels: {node: $key}
                          metrics:
                            - {name: logs_node_cpu_ratio, path: .cpu_percent, scale: 0.01}   # percent in the document
                            - {name: logs_node_heap_used_bytes, path: .heapUsedInBytes}
                            - {name: logs_node_role, type: enum, path: .role, states: [data, master]}   # seen in the sample only: ADD THE MISSING ONES
                            - {name: logs_node_uptime_seconds, path: .uptimeMillis, scale: 0.001}   # millis in the document
                            - {name: logs_node_fs_free_bytes, path: .fs.freeBytes}
                        # - each: $.sessions.*
                        #   labels: {session: .uuid}
                        #   metrics:
                        #     - {name: logs_session_hops, path: .hops}
                        - {name: logs_sessions, count: $.sessions}   # one series in place of one per element
                        - {name: logs_info, type: info, labels: {cluster_name: $.cluster_name}}
                        # series expected: 17
                        # WARNING label 'uuid' at $.sessions holds UUIDs: unbounded, every new one is a new series for ever
                        # WARNING consider `count: $.sessions` (1 series) instead of one series per element
                        """);
    }

    @Test
    void siblingsThatShareOnlyTheirStatusAreOneMetricAndADiskIsAsked() throws Exception {
        assertThat(metrics("""
                {'components': {'db': {'status': 'UP'}, 'ping': {'status': 'UP'},
                 'diskSpace': {'status': 'UP', 'details': {'total': 499963170816, 'free': 319253245952}}}}""")).isEqualTo("""
                        - {name: app_disk_total_space, path: $.components.diskSpace.details.total}   # BYTES? then name it …_bytes
                        - {name: app_disk_space_free, path: $.components.diskSpace.details.free}   # BYTES? then name it …_bytes
                        - each: $.components.*
                          labels: {component: $key}
                          metrics:
                            - {name: app_component_status, type: enum, path: .status, states: [UP, DOWN, OUT_OF_SERVICE, UNKNOWN]}   # states from a known vocabulary
                        # series expected: 14
                        """);
    }

    @Test
    void withOneSampleNothingIsACounter() throws Exception {
        assertThat(metrics("{'requestsTotal': 5}")).startsWith("""
                - {name: app_requests, path: $.requestsTotal}   # LOOKS LIKE A COUNTER: if it only grows, take type: counter and name it …_total
                """);
    }

    @Test
    void whatFellIsNoCounter() throws Exception {
        assertThat(metrics("{'requestsTotal': 5}", "{'requestsTotal': 4}"))
                .startsWith("- {name: app_requests, path: $.requestsTotal}\n");
    }

    @Test
    void nullIsProposedButNotTaken() throws Exception {
        assertThat(proposal("{'depth': null, 'parts': [{'id': 'a', 'n': 1}, {'id': 'b', 'n': null}]}")
                        .yaml())
                .contains("""
                    metrics:
                      # - {name: app_depth, path: $.depth, on_missing: ignore}   # null in the sample: if it is a number, take this
                      - each: $.parts.*
                        labels: {part: .id}
                        metrics:
                          - {name: app_part_n, path: .n, on_missing: ignore}
                """);
    }

    @Test
    void whereNothingTellsElementsApartTheirPositionDoesAndThatIsSaid() throws Exception {
        assertThat(metrics("{'fans': [{'rpm': 900}, {'rpm': 900}]}")).startsWith("""
                - each: $.fans.*   # by position: nothing in them tells them apart, so a series is another one's when the order changes
                  labels: {fan: $key}
                """);
    }

    @Test
    void valuesThatMayBeSecretsAreNotShown() throws Exception {
        assertThat(proposal("{'apiToken': 'hunter2', 'db_password': 'hunter2', 'a': 1}")
                        .yaml())
                .contains("# skipped $.apiToken   maybe a secret by its name\n")
                .doesNotContain("hunter2");
    }

    @Test
    void secretsOfTheUrlBecomeVariables() {
        Endpoint endpoint = Endpoint.of("https://ann:s3cret@example.org/status?apikey=hunter2&x=${y}");

        assertThat(endpoint.url()).isEqualTo("https://example.org/status?apikey=${APIKEY:-CHANGE_ME}&x=$${y}");
        assertThat(endpoint.settings())
                .containsEntry("basic_auth", "{username: ann, password: '${PASSWORD:-CHANGE_ME}'}");
        assertThat(endpoint.secrets()).containsEntry("APIKEY", "hunter2").containsEntry("PASSWORD", "s3cret");
    }

    @Test
    void labelsThatChangeBetweenSamplesAreWarnedOf() throws Exception {
        assertThat(proposal("{'jobs': [{'id': 'a', 'n': 1}]}", "{'jobs': [{'id': 'b', 'n': 1}]}")
                        .draft()
                        .warnings())
                .containsExactly(
                        "label 'id' at $.jobs changed between the samples: series come and go with its values",
                        "consider `count: $.jobs` (1 series) instead of one series per element");
    }

    @Test
    void whatIsTooMuchStaysAComment() throws Exception {
        StringBuilder many = new StringBuilder("{'jobs': [");
        for (int i = 0; i < 10_001; i++) {
            many.append(i == 0 ? "" : ",").append("{'id': 'j").append(i).append("', 'n': 1}");
        }
        Proposal proposal = proposal(many.append("]}").toString());

        assertThat(proposal.series()).isEqualTo(1);
        assertThat(proposal.draft().warnings().get(0))
                .isEqualTo("10001 series at $.jobs: more than jsongauge and Prometheus should carry for one endpoint");
    }
}
