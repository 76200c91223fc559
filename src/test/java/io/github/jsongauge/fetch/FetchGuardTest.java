// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a caller's URL must not lead. */
@Timeout(20)
class FetchGuardTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final FakeTarget target = FakeTarget.answering(200, "1");

    @AfterEach
    void closeTarget() {
        target.close();
    }

    /** PORT is the target's; names resolve to what they begin with, with dashes for dots, others to the target. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            app.example        | http://other.example:PORT/
            app.example        | http://app.example.evil.example:PORT/
            app.example        | http://xapp.example:PORT/
            app.example        | http://127.0.0.1:PORT/
            app.example:81     | http://app.example:PORT/
            app.example        | http://user@app.example:PORT/
            app.example        | http://user:pw@app.example:PORT/
            app.example        | http://app.example@127.0.0.1:PORT/
            app.example        | http://127.0.0.1:PORT#@app.example/
            app.example        | http://127.0.0.1:PORT\\@app.example/
            app.example        | http://169-254-169-254.app.example:PORT/
            10.0.0.0/8         | http://127.0.0.1:PORT/
            10.0.0.0/8         | http://2130706433:PORT/
            10.0.0.0/8         | http://127.1:PORT/
            10.0.0.0/8         | http://0x7f.1:PORT/
            10.0.0.0/8         | http://0177.0.0.1:PORT/
            app.example        | http://127.0.0.1.:PORT/
            10.0.0.0/8         | http://[::ffff:127.0.0.1]:PORT/
            10.0.0.0/8         | http://[::127.0.0.1]:PORT/
            10.0.0.0/8         | http://[64:ff9b::7f00:1]:PORT/
            10.0.0.0/8         | http://[2002:7f00:1::]:PORT/
            10.0.0.0/8         | http://[::1]:PORT/
            10.0.0.0/8         | http://LOCALHOST:PORT/
            10.0.0.0/8         | http://%31%32%37.0.0.1:PORT/
            10.0.0.0/8         | http://１２７.0.0.1:PORT/
            10.0.0.0/8         | http://127。0。0。1:PORT/
            10.0.0.0/8         | http://127-0-0-1.example:PORT/
            *                  | http://0.0.0.0:PORT/
            *                  | http://0:PORT/
            *                  | http://0.1.2.3:PORT/
            *                  | http://[::]:PORT/
            *                  | http://169.254.169.254:PORT/
            *                  | http://169.254.1.1:PORT/
            *                  | http://2852039166:PORT/
            *                  | http://169.16689662:PORT/
            *                  | http://[::ffff:a9fe:a9fe]:PORT/
            *                  | http://[::a9fe:a9fe]:PORT/
            *                  | http://[64:ff9b::169.254.169.254]:PORT/
            *                  | http://[2002:a9fe:a9fe::1]:PORT/
            *                  | http://[fe80::1]:PORT/
            *                  | http://[febf:ffff::1]:PORT/
            *                  | http://[fd00:ec2::254]:PORT/
            *                  | http://100.100.100.200:PORT/
            *                  | http://168.63.129.16:PORT/
            *                  | http://192.0.0.192:PORT/
            *                  | http://224.0.0.1:PORT/
            *                  | http://[ff02::1]:PORT/
            *                  | http://255.255.255.255:PORT/
            *                  | http://169-254-169-254.example:PORT/
            0.0.0.0/0          | http://169.254.169.254:PORT/
            ::/0               | http://[64:ff9b::a9fe:a9fe]:PORT/
            ::/0               | http://127.0.0.1:PORT/
            168.0.0.0/6        | http://169.254.169.254:PORT/
            169.254.1.0/24     | http://169.254.169.254:PORT/
            http://            | http://169.254.169.254:PORT/
            https://           | http://app.example:PORT/
            http://app.example/ | http://app.example:PORT/
            https://app.example:PORT/ | http://app.example:PORT/
            http://app.example:PORT/x | http://app.example:PORT/
            http://app.example:PORT/x/ | http://app.example:PORT/xy
            http://app.example:PORT/x | http://app.example:PORT/X
            http://app.example:PORT/x | http://app.example:PORT/x/../y
            http://app.example:PORT/x | http://app.example:PORT/x/%2e%2E/y
            http://app.example:PORT/x | http://app.example:PORT/x/..%2fy
            http://app.example:PORT/x | http://app.example:PORT/x/%2e%2e%2fy
            http://app.example:PORT/x | http://app.example:PORT/x%2f..%2fy
            http://app.example:PORT/x | http://app.example:PORT/x/%252e%252e%252fy
            http://app.example:PORT/x | http://app.example:PORT/x/..;a=b/y
            http://app.example:PORT/x | http://app.example:PORT/x/..\\..\\y
            http://app.example:PORT/x | http://app.example:PORT/x/..%5cy
            http://app.example:PORT/x | http://app.example:PORT//x/
            http://app.example:PORT/x | http://app.example:PORT/?/x/
            http://127.0.0.1:PORT/ | http://127.0.0.2:PORT/
            """)
    void aForgedTargetIsRefusedBeforeAnythingIsOpened(String pattern, String url) {
        try (Fetcher fetcher = new Fetcher("test", FetchGuardTest::resolve)) {
            assertThatThrownBy(() -> fetch(fetcher, url, pattern)).isInstanceOf(TargetNotAllowedException.class);
        }
        assertThat(target.accepted()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            app.example                  | http://app.example:PORT/
            APP.Example.                 | http://app.example:PORT/
            app.example                  | http://App.EXAMPLE.:PORT/
            bücher.example               | http://xn--bcher-kva.example:PORT/
            app.example:PORT             | http://app.example:PORT/
            127.0.0.1                    | http://127.0.0.1:PORT/
            127.0.0.1:PORT               | http://127.1:PORT/
            127.0.0.1                    | http://2130706433:PORT/
            127.0.0.0/8                  | http://app.example:PORT/
            127.0.0.1                    | http://[::ffff:7f00:1]:PORT/
            *                            | http://app.example:PORT/
            *                            | http://127.0.0.1:PORT/
            0.0.0.0/0                    | http://127.0.0.1:PORT/
            http://                      | http://app.example:PORT/
            http://app.example:PORT/     | http://app.example:PORT/any/../thing%2f
            http://app.example:PORT/x    | http://app.example:PORT/x
            http://app.example:PORT/x/   | http://app.example:PORT/x/y%20z?a=../..
            http://app.example:PORT/x    | http://app.example:PORT/y/../x/./y
            http://127.0.0.1:PORT/       | http://127.0.0.1:PORT/
            0.0.0.0                      | http://0.0.0.0:PORT/
            0.0.0.0/8                    | http://0.0.0.0:PORT/
            """)
    void anAllowedTargetIsFetchedFrom(String pattern, String url) throws Exception {
        try (Fetcher fetcher = new Fetcher("test", FetchGuardTest::resolve)) {
            assertThat(fetch(fetcher, url, pattern)).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            app.example | http://127.0.0.1:81/x?token=hunter2 | 127.0.0.1:81 is not an allowed target; \
            if it is meant, add "127.0.0.1:81" to probe.allowed_targets of the module
            10.0.0.0/8 | http://app.example/x?token=hunter2 | app.example:80 is not an allowed target; \
            if it is meant, add "app.example:80" to probe.allowed_targets of the module
            * | http://169-254-169-254.example/x | 169-254-169-254.example:80 leads to a special address \
            (a cloud's metadata service); if it is meant, add "169.254.169.254:80" to probe.allowed_targets of the module
            * | https://[fe80::1]/x | [fe80::1]:443 leads to a special address (link-local); \
            if it is meant, add "[fe80::1]:443" to probe.allowed_targets of the module
            * | http://u:hunter2@app/x | app:80 is not asked with a user name or password in its URL; \
            configure basic_auth instead
            """)
    void aRefusalNamesHostAndRemedy(String pattern, String url, String message) {
        try (Fetcher fetcher = new Fetcher("test", FetchGuardTest::resolve)) {
            assertThatThrownBy(() -> fetch(fetcher, url, pattern)).hasMessage(message);
        }
    }

    @Test
    void onlyTheAddressesThatPassAreTried() throws Exception {
        InetAddress metadata = InetAddress.getByName("169.254.169.254");
        try (Fetcher fetcher = new Fetcher("test", name -> List.of(metadata, LOOPBACK))) {
            assertThat(fetch(fetcher, "http://app.example:PORT/", "*")).isEqualTo("1");
        }
    }

    @Test
    void aNameThatChangesItsMindIsJudgedByTheAddressConnectedTo() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        InetAddress other = InetAddress.getByName("10.0.0.1");
        Dns rebinding = name -> List.of(lookups.incrementAndGet() == 1 ? LOOPBACK : other);
        try (Fetcher fetcher = new Fetcher("test", rebinding)) {
            assertThat(fetch(fetcher, "http://app.example:PORT/", "127.0.0.1")).isEqualTo("1");
            assertThat(lookups).describedAs("resolved once").hasValue(1);
            target.dropConnections();
            target.stop();
            target.start();

            assertThatThrownBy(() -> fetch(fetcher, "http://app.example:PORT/", "127.0.0.1"))
                    .isInstanceOf(TargetNotAllowedException.class);
            assertThat(target.requests()).isEqualTo(1);
        }
    }

    @Test
    void anIdleConnectionOfAnotherRequestIsJudgedAgain() throws Exception {
        try (Fetcher fetcher = new Fetcher("test", FetchGuardTest::resolve)) {
            Request configured = new Request(url("http://app.example:PORT/"), Duration.ofSeconds(5), 1_000);
            assertThat(fetcher.fetch(configured).body()).asString(UTF_8).isEqualTo("1");

            TargetNotAllowedException refusal = catchThrowableOfType(
                    TargetNotAllowedException.class, () -> fetch(fetcher, "http://app.example:PORT/", "10.0.0.0/8"));
            assertThat(refusal.reason()).isEqualTo(Reason.CONNECT);
            assertThat(target.requests()).isEqualTo(1);
            assertThat(target.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aTargetThatIsAllowedNowhereIsNotEvenResolved() {
        AtomicInteger lookups = new AtomicInteger();
        Dns counting = name -> {
            lookups.incrementAndGet();
            return List.of(LOOPBACK);
        };
        try (Fetcher fetcher = new Fetcher("test", counting)) {
            assertThatThrownBy(() -> fetch(fetcher, "http://other.example:PORT/", "app.example"))
                    .isInstanceOf(TargetNotAllowedException.class);
        }
        assertThat(lookups).hasValue(0);
    }

    private String fetch(Fetcher fetcher, String url, String pattern) throws FetchException {
        AllowedTargets allowed = AllowedTargets.of(List.of(withPort(pattern)));
        Request request = new Request(
                url(url),
                Method.GET,
                List.of(),
                null,
                null,
                StatusSet.SUCCESS,
                false,
                Duration.ofSeconds(5),
                1_000,
                allowed,
                Transport.DIRECT);
        return new String(fetcher.fetch(request).body(), UTF_8);
    }

    private TargetUrl url(String url) {
        return TargetUrl.parse(withPort(url));
    }

    private String withPort(String text) {
        return text.replace("PORT", String.valueOf(target.port()));
    }

    private static List<InetAddress> resolve(String name) throws UnknownHostException {
        String first = name.replaceFirst("\\..*", "");
        return List.of(
                first.matches("\\d+-\\d+-\\d+-\\d+") ? InetAddress.getByName(first.replace('-', '.')) : LOOPBACK);
    }
}
