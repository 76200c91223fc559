// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.fetch.tls.TlsSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that are asked through a proxy. */
@Timeout(20)
class ProxyTest {
    private static Request request(String url, ProxySettings proxy, AllowedTargets allowed) {
        return new Request(
                TargetUrl.parse(url),
                Method.GET,
                List.of(),
                null,
                null,
                StatusSet.SUCCESS,
                false,
                Duration.ofSeconds(5),
                1_000,
                allowed,
                new Transport(TlsSettings.DEFAULT, proxy));
    }

    private static String outcome(String url, ProxySettings proxy, AllowedTargets allowed) {
        try (Fetcher fetcher = new Fetcher("test", ProxyTest::lookup);
                Response response = fetcher.fetch(request(url, proxy, allowed))) {
            return new String(response.body(), UTF_8);
        } catch (FetchException e) {
            return (e.reason() + ": " + e.getMessage()).replace(":" + proxy.port(), ":PROXY");
        }
    }

    private static String outcome(String url, ProxySettings proxy) {
        return outcome(url, proxy, AllowedTargets.UNRESTRICTED);
    }

    /** Names that are known here. */
    private static List<InetAddress> lookup(String host) throws UnknownHostException {
        return switch (host) {
            case "localhost" -> List.of(InetAddress.getLoopbackAddress());
            case "app.internal" -> List.of(InetAddress.getByAddress(host, new byte[] {10, 1, 2, 3}));
            case "metadata.internal" ->
                List.of(InetAddress.getByAddress(host, new byte[] {(byte) 169, (byte) 254, 1, 1}));
            default -> throw new UnknownHostException(host);
        };
    }

    private static ProxySettings through(int port) {
        return ProxySettings.of("http://localhost:" + port, NoProxy.NONE);
    }

    @Test
    void theProxyIsAskedAndTheTargetIsNotLookedUp() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "1");
                FakeProxy proxy = new FakeProxy(target.port(), "")) {
            assertThat(outcome("http://unknown.internal/status", through(proxy.port())))
                    .isEqualTo("1");

            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .startsWith("GET http://unknown.internal/status HTTP/1.1\r\n");
        }
    }

    @Test
    void theProxyGetsItsCredentialsAndNotThoseOfTheTarget() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "1");
                FakeProxy proxy = new FakeProxy(target.port(), "")) {
            ProxySettings settings = ProxySettings.of("http://me:secret@localhost:" + proxy.port(), NoProxy.NONE);

            assertThat(outcome("http://app.internal/", settings)).isEqualTo("1");
            assertThat(outcome("https://app.internal/", settings)).startsWith("TLS: ");
            assertThat(proxy.heads())
                    .hasSize(2)
                    .allMatch(head -> head.contains("\r\nProxy-Authorization: Basic bWU6c2VjcmV0\r\n"));
            assertThat(proxy.heads().get(1)).startsWith("CONNECT app.internal:443 HTTP/1.1\r\n");
        }
    }

    @Test
    void theConnectionToTheProxyIsKept() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "1");
                FakeProxy proxy = new FakeProxy(target.port(), "");
                Fetcher fetcher = new Fetcher("test", ProxyTest::lookup)) {
            for (int i = 0; i < 3; i++) {
                ProxySettings settings = ProxySettings.of("http://me:secret@localhost:" + proxy.port(), NoProxy.NONE);
                fetcher.fetch(request("http://app.internal/", settings, AllowedTargets.UNRESTRICTED))
                        .close();
            }

            assertThat(target.requests()).isEqualTo(3);
            assertThat(target.accepted()).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 403 Forbidden                     | CONNECT: the proxy localhost:PROXY gives no tunnel to the target: it answered with status 403
            HTTP/1.1 407 Proxy Authentication Required | CONNECT: the proxy localhost:PROXY wants other credentials: check the user name and password in proxy_url
            """)
    void aTunnelThatIsRefusedIsExplained(String refusal, String message) throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "1");
                FakeProxy proxy = new FakeProxy(target.port(), refusal)) {
            assertThat(outcome("https://app.internal/", through(proxy.port()))).isEqualTo(message);
        }
    }

    @Test
    void aProxyThatCannotBeReachedIsNamed() {
        ProxySettings nowhere = ProxySettings.of("http://proxy.nowhere:3128", NoProxy.NONE);

        assertThat(outcome("http://app.internal/", nowhere))
                .isEqualTo("DNS: the proxy proxy.nowhere does not resolve to an address");
        assertThat(outcome("http://app.internal/", through(1)))
                .isEqualTo("CONNECT: the proxy localhost:PROXY refuses connections");
    }

    @Test
    void aProxyThatWantsCredentialsSaysSo() throws Exception {
        try (FakeTarget asking = FakeTarget.answering(Answer.of(407, "{}"));
                FakeProxy proxy = new FakeProxy(asking.port(), "")) {
            assertThat(outcome("http://app.internal/", through(proxy.port())))
                    .isEqualTo("STATUS: app.internal:80 was not asked: the proxy wants credentials (status 407), in"
                            + " proxy_url");
        }
    }

    @Test
    void aProbeIsJudgedByTheAddressThatItsNameHasHere() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "1");
                FakeProxy proxy = new FakeProxy(target.port(), "")) {
            AllowedTargets network = AllowedTargets.of(List.of("10.0.0.0/8"));

            assertThat(outcome("http://app.internal/", through(proxy.port()), network))
                    .isEqualTo("1");
            assertThat(outcome("http://unknown.internal/", through(proxy.port()), network))
                    .isEqualTo("DNS: the proxy localhost does not resolve to an address");
            assertThat(outcome("http://metadata.internal/", through(proxy.port()), AllowedTargets.of(List.of("*"))))
                    .contains("metadata.internal:80 leads to a special address");
            assertThat(proxy.heads()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', textBlock = """
            *                       | http://a/              | true
            internal                | http://internal/       | true
            internal                | http://app.internal/   | true
            internal                | http://xinternal/      | false
            .internal               | http://app.internal/   | true
            *.internal              | http://app.internal/   | true
            .internal               | http://internal/       | false
            APP.internal            | http://app.INTERNAL./  | true
            app:8080                | http://app:8080/       | true
            app:8080                | http://app/            | false
            10.0.0.0/8              | http://10.1.2.3/       | true
            10.0.0.0/8              | http://11.1.2.3/       | false
            10.0.0.0/8              | http://app.internal/   | false
            10.0.0.7                | http://10.0.0.7:99/    | true
            10.0.0.7:98             | http://10.0.0.7:99/    | false
            [::1]:99                | http://[::1]:99/       | true
            ::1                     | http://[::1]/          | true
            other, 10.0.0.7 ,, last | http://10.0.0.7/       | true
            """)
    void whatIsAskedWithoutTheProxy(String noProxy, String url, boolean direct) {
        assertThat(NoProxy.parse(noProxy).matches(TargetUrl.parse(url))).isEqualTo(direct);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a b", "10.0.0.0/33", "10.0.0.0/x", "app/8", "app:0", "app:x", "-:1:2"})
    void whatMeansNothingIsExplained(String entry) {
        assertThatThrownBy(() -> NoProxy.parse("good, " + entry))
                .hasMessage(
                        "must be \"*\", or names, addresses and ranges such as .internal, 10.0.0.7:8080 and 10.0.0.0/8,"
                                + " separated by commas; \"" + entry + "\" is none of them");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            https://proxy:3128     | must start with http://, other proxies are not supported
            socks5://proxy         | must start with http://, other proxies are not supported
            http://proxy:3128/path | must end with its port, such as http://proxy:3128
            http://u:hunter2@      | must have a host after "http://"
            """)
    void anUrlThatIsNoProxyIsExplained(String url, String message) {
        assertThatThrownBy(() -> ProxySettings.of(url, NoProxy.NONE)).hasMessage(message);
    }
}
