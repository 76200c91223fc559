// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import io.github.jsongauge.fetch.Peer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code /probe} of the packaged jar reaches what its module allows and nothing else, however it is spelt. The forbidden target
 * listens on all addresses of this machine, so whatever leads here is counted.
 */
class ProbeGuardIT {
    private static final String SECRET = "/hunter2?token=hunter2";

    @TempDir
    private static Path folder;

    private static FakeTarget forbidden;
    private static FakeTarget permitted;
    private static RunningJar jar;

    @BeforeAll
    static void start() throws Exception {
        forbidden = FakeTarget.answeringEverywhere(Answer.of(200, "{\"v\": 1}"));
        permitted = FakeTarget.answeringEverywhere(ProbeGuardIT::permit);
        Path config = folder.resolve("config.yml");
        Files.writeString(config, withPorts("""
                x-metrics: &metrics
                  - {name: probed_value, path: $.v}
                modules:
                  locked: {metrics: *metrics, probe: {allowed_targets: [allowed.invalid, "127.0.0.1:OTHER"]}}
                  private: {metrics: *metrics, probe: {allowed_targets: [10.0.0.0/8]}}
                  any: {metrics: *metrics, probe: {allowed_targets: ["*"]}}
                  below: {metrics: *metrics, probe: {allowed_targets: ["http://127.0.0.1:PORT/x"]}}
                  secure: {metrics: *metrics, probe: {allowed_targets: ["https://"]}}
                  named: {metrics: *metrics}
                  name: {metrics: *metrics, probe: {allowed_targets: [localhost]}}
                  name-and-port: {metrics: *metrics, probe: {allowed_targets: ["localhost:OTHER"]}}
                  v4: {metrics: *metrics, probe: {allowed_targets: [127.0.0.1]}}
                  v6: {metrics: *metrics, probe: {allowed_targets: ["[::1]"]}}
                  network: {metrics: *metrics, probe: {allowed_targets: [127.0.0.0/8]}}
                  prefix: {metrics: *metrics, probe: {allowed_targets: ["http://127.0.0.1:OTHER/x/"]}}
                  follows:
                    metrics: *metrics
                    follow_redirects: true
                    probe: {allowed_targets: ["http://127.0.0.1:OTHER/redirect/"]}
                targets:
                  - {name: here, url: "http://127.0.0.1:OTHER/", module: named, interval: scrape}
                """));
        jar = RunningJar.start(
                Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0", "--log.level=debug");
    }

    @AfterAll
    static void stop() throws Exception {
        forbidden.close();
        permitted.close();
        String log = jar.err();
        jar.close();
        assertThat(log).doesNotContain("hunter2").doesNotContain("Exception").doesNotContain("\tat ");
    }

    private static void permit(Peer peer, FakeTarget.Heard request) throws IOException {
        String path = request.line().replaceFirst("GET (.*) HTTP/1.1", "$1");
        Answer answer = switch (path) {
            case "/redirect/away" -> redirect("http://127.0.0.1:" + forbidden.port() + "/redirect/there");
            case "/redirect/out" -> redirect("/elsewhere");
            case "/redirect/within" -> redirect("/redirect/here");
            default -> Answer.of(200, "{\"v\": 2}");
        };
        answer.give(peer, request);
    }

    private static Answer redirect(String location) {
        return Answer.of(302, "", "Location: " + location);
    }

    private static String withPorts(String text) {
        return text.replace("PORT", String.valueOf(forbidden.port()))
                .replace("OTHER", String.valueOf(permitted.port()));
    }

    @AfterEach
    void nothingReachedTheForbiddenTarget() {
        assertThat(forbidden.accepted()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            http://127.0.0.1:PORT                       | 127.0.0.1:PORT
            HTTP://127.0.0.1:PORT                       | 127.0.0.1:PORT
            http://127.1:PORT                           | 127.1:PORT
            http://127.0.1:PORT                         | 127.0.1:PORT
            http://127.0.0.2:PORT                       | 127.0.0.2:PORT
            http://2130706433:PORT                      | 2130706433:PORT
            http://0177.0.0.1:PORT                      | 0177.0.0.1:PORT
            http://0:PORT                               | 0:PORT
            http://0.0.0.0:PORT                         | 0.0.0.0:PORT
            http://[::1]:PORT                           | [::1]:PORT
            http://[0:0:0:0:0:0:0:1]:PORT               | [::1]:PORT
            http://[::]:PORT                            | [::]:PORT
            http://[::ffff:127.0.0.1]:PORT              | 127.0.0.1:PORT
            http://[::ffff:7f00:1]:PORT                 | 127.0.0.1:PORT
            http://[::127.0.0.1]:PORT                   | [::7f00:1]:PORT
            http://[64:ff9b::127.0.0.1]:PORT            | [64:ff9b::7f00:1]:PORT
            http://[2002:7f00:1::1]:PORT                | [2002:7f00:1::1]:PORT
            http://localhost:PORT                       | localhost:PORT
            http://LocalHost:PORT                       | localhost:PORT
            http://%6c%6f%63alhost:PORT                 | localhost:PORT
            http://%31%32%37.0.0.1:PORT                 | 127.0.0.1:PORT
            http://１２７.０.０.１:PORT                    | 127.0.0.1:PORT
            http://①②⑦.⓪.⓪.①:PORT                   | 127.0.0.1:PORT
            http://ⓛｏⒸａlhost:PORT                      | localhost:PORT
            http://127。0。0。1:PORT                     | 127.0.0.1:PORT
            http://127.0.0.1:PORT?@allowed.invalid      | 127.0.0.1:PORT
            http://127.0.0.1:PORT#@allowed.invalid      | 127.0.0.1:PORT
            http://127.0.0.1:PORT\\@allowed.invalid      | 127.0.0.1:PORT
            """)
    void anotherSpellingOfAForbiddenTargetIsRefused(String url, String named) {
        for (String module : new String[] {"locked", "private"}) {
            assertRefused(module, url + SECRET, 403, notAllowed(named));
        }
    }

    /** JDKs differ: some take them for an address, which is judged then, and some for a name, which nobody has. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "http://0x7f000001:PORT",
                "http://0X7F000001:PORT",
                "http://0x7f.0.0.1:PORT",
                "http://0x7f.1:PORT",
                "http://017700000001:PORT",
                "http://127.0.0.0x1:PORT",
                "http://127.0.0.1.1:PORT",
                "http://256.256.256.256:PORT",
                "http://4294967296:PORT",
                "http://18446744071562067969:PORT"
            })
    void aNumberThatIsNoAddressForEverybodyLeadsNowhere(String url) {
        HttpResponse<String> answer = probe("private", url + SECRET);

        assertThat(answer.statusCode()).isIn(403, 503);
        assertThat(answer.body())
                .matches("(?s)(?:\\S+ is not an allowed target; .*|\\S+ does not resolve.*|cannot connect to \\S+.*)\n")
                .doesNotContain("hunter2");
    }

    private static String notAllowed(String named) {
        return "NAMED is not an allowed target; if it is meant, add \"NAMED\" to probe.allowed_targets of the module"
                .replace("NAMED", named);
    }

    /** Names that are judged by the list alone: nobody looks them up. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            http://127.0.0.1.:PORT                       | 127.0.0.1.:PORT
            http://LOCALHOST.:PORT                       | localhost.:PORT
            http://allowed.invalid.127.0.0.1.nip.io:PORT | allowed.invalid.127.0.0.1.nip.io:PORT
            http://allowed.invalid.evil.invalid:PORT     | allowed.invalid.evil.invalid:PORT
            http://notallowed.invalid:PORT               | notallowed.invalid:PORT
            http://allowed-invalid:PORT                  | allowed-invalid:PORT
            http://аllowed.invalid:PORT                  | xn--llowed-2nf.invalid:PORT
            """)
    void aNameThatLooksLikeAnAllowedOneIsRefused(String url, String named) {
        assertRefused("locked", url + SECRET, 403, notAllowed(named));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            locked | http://allowed.invalid@127.0.0.1:PORT
            locked | http://allowed.invalid:80@127.0.0.1:PORT
            locked | http://127.0.0.1:OTHER@127.0.0.1:PORT
            below  | http://:x@127.0.0.1:PORT/x
            any    | http://hunter2:hunter2@127.0.0.1:PORT
            """)
    void aUserNameInTheUrlIsRefused(String module, String url) {
        assertRefused(
                module,
                url + SECRET,
                403,
                "127.0.0.1:PORT is not asked with a user name or password in its URL; configure basic_auth instead");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            http://0.0.0.0                | 0.0.0.0:80            | 0.0.0.0:80         | unspecified
            http://0:PORT                 | 0:PORT                | 0.0.0.0:PORT       | unspecified
            http://[::]:PORT              | [::]:PORT             | [::]:PORT          | unspecified
            http://0.1.2.3:PORT           | 0.1.2.3:PORT          | 0.1.2.3:PORT       | unspecified
            http://169.254.169.254        | 169.254.169.254:80    | 169.254.169.254:80 | a cloud's metadata service
            http://2852039166             | 2852039166:80         | 169.254.169.254:80 | a cloud's metadata service
            http://169.16689662           | 169.16689662:80       | 169.254.169.254:80 | a cloud's metadata service
            http://[::ffff:169.254.169.254] | 169.254.169.254:80  | 169.254.169.254:80 | a cloud's metadata service
            http://[::a9fe:a9fe]          | [::a9fe:a9fe]:80      | [::a9fe:a9fe]:80   | a cloud's metadata service
            http://[64:ff9b::a9fe:a9fe]   | [64:ff9b::a9fe:a9fe]:80 | [64:ff9b::a9fe:a9fe]:80 | a cloud's metadata service
            http://[2002:a9fe:a9fe::]     | [2002:a9fe:a9fe::]:80 | [2002:a9fe:a9fe::]:80 | a cloud's metadata service
            http://[fd00:ec2::254]        | [fd00:ec2::254]:80    | [fd00:ec2::254]:80 | a cloud's metadata service
            http://100.100.100.200        | 100.100.100.200:80    | 100.100.100.200:80 | a cloud's metadata service
            http://168.63.129.16          | 168.63.129.16:80      | 168.63.129.16:80   | a cloud's metadata service
            http://192.0.0.192            | 192.0.0.192:80        | 192.0.0.192:80     | a cloud's metadata service
            http://169.254.0.1:PORT       | 169.254.0.1:PORT      | 169.254.0.1:PORT   | link-local
            https://[fe80::1]             | [fe80::1]:443         | [fe80::1]:443      | link-local
            http://224.0.0.1:PORT         | 224.0.0.1:PORT        | 224.0.0.1:PORT     | multicast
            http://[ff02::1]:PORT         | [ff02::1]:PORT        | [ff02::1]:PORT     | multicast
            http://255.255.255.255:PORT   | 255.255.255.255:PORT  | 255.255.255.255:PORT | broadcast
            """)
    void anyHostIsNotTheMachinesOwnSurroundings(String url, String named, String address, String words) {
        assertRefused(
                "any",
                url + SECRET,
                403,
                named + " leads to a special address (" + words + "); if it is meant, add \"" + address
                        + "\" to probe.allowed_targets of the module");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            below  | http://127.0.0.1:PORT/
            below  | http://127.0.0.1:PORT/xy
            below  | http://127.0.0.1:PORT/X
            below  | http://127.0.0.1:PORT//x
            below  | http://127.0.0.1:PORT/y/x
            below  | http://127.0.0.1:PORT/y?/x
            below  | http://127.0.0.1:PORT/y#/x
            below  | http://127.0.0.1:PORT/x/../y
            below  | http://127.0.0.1:PORT/x/./../y
            below  | http://127.0.0.1:PORT/x/%2e%2e/y
            below  | http://127.0.0.1:PORT/x/%2E%2e/y
            below  | http://127.0.0.1:PORT/x/..%2fy
            below  | http://127.0.0.1:PORT/x/%2e%2e%2fy
            below  | http://127.0.0.1:PORT/x/%252e%252e%252fy
            below  | http://127.0.0.1:PORT/x/..%5cy
            below  | http://127.0.0.1:PORT/x\\..\\y
            below  | http://127.0.0.1:PORT/x/..;/y
            below  | http://127.0.0.1:PORT/x/%00
            secure | http://127.0.0.1:PORT/x
            """)
    void aWayOutOfAUrlPrefixIsRefused(String module, String url) {
        assertRefused(module, url + "?token=hunter2", 403, notAllowed("127.0.0.1:PORT"));
    }

    @Test
    void aRedirectToAForbiddenTargetIsNotFollowed() {
        assertRefused(
                "follows",
                "http://127.0.0.1:OTHER/redirect/away",
                503,
                "127.0.0.1:OTHER redirects to another origin (status 302), which is never followed:"
                        + " change url to where it leads (redirect)");
    }

    @Test
    void aRedirectOutOfAUrlPrefixIsNotFollowed() {
        int requests = permitted.requests();

        assertRefused("follows", "http://127.0.0.1:OTHER/redirect/out", 403, notAllowed("127.0.0.1:OTHER"));

        assertThat(permitted.requests()).isEqualTo(requests + 1);
    }

    @Test
    void aSocketOfThisMachineIsRefusedWhereverAnyHostIsAllowed() {
        for (String module : new String[] {"locked", "private", "any"}) {
            assertRefused(module, "unix:///var/run/docker.sock:/hunter2", 403, notAllowed("unix:/var/run/docker.sock"));
            assertRefused(module, "UNIX:///tmp/hunter2", 403, notAllowed("unix:/tmp/hunter2"));
        }
    }

    @Test
    void theSameHostAtAnotherPortIsRefused() {
        assertRefused("below", "http://127.0.0.1:OTHER/x", 403, notAllowed("127.0.0.1:OTHER"));
        assertRefused("locked", "http://127.0.0.1/x", 403, notAllowed("127.0.0.1:80"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            file:///etc/passwd
            file://127.0.0.1:PORT/hunter2
            gopher://127.0.0.1:PORT/_GET%20/hunter2
            ftp://127.0.0.1:PORT/hunter2
            jar:http://127.0.0.1:PORT/hunter2!/
            unix:/var/run/docker.sock
            ws://127.0.0.1:PORT/hunter2
            data:application/json,{}
            javascript:hunter2
            http:127.0.0.1:PORT/hunter2
            http:/127.0.0.1:PORT/hunter2
            //127.0.0.1:PORT/hunter2
            127.0.0.1:PORT/hunter2
            http://allowed.invalid%40127.0.0.1:PORT/hunter2
            http://allowed.invalid%00.127.0.0.1:PORT/
            http://127.0.0.1:OTHER:PORT/hunter2
            http://allowed.invalid:PORT.evil.invalid/hunter2
            http://127.0.0.1:0/hunter2
            http://127.0.0.1:99999/hunter2
            http://127.0.0.1:-PORT/hunter2
            http://:PORT/hunter2
            http://[::1/hunter2
            http://[::1%25lo]:PORT/hunter2
            http://allowed.invalid CRLF Host: 127.0.0.1:PORT CRLF CRLF
            http://127.0.0.1:OTHER/hunter2 CRLF X-Injected: hunter2
            http://127.0.0.1:OTHER/TABhunter2
            here%00
            HERE
            """)
    void whatIsNoUrlIsNotUnderstood(String target) {
        String sent = target.replace(" CRLF ", "\r\n").replace(" CRLF", "\r\n").replace("TAB", "\t");
        for (String module : new String[] {"locked", "private", "any"}) {
            assertRefused(
                    module,
                    sent,
                    400,
                    "the target is neither the name of a configured target nor a URL like http://host:port/path");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            target=http://127.0.0.1:OTHER/&target=http://127.0.0.1:PORT/
            module=locked&module=any&target=http://127.0.0.1:PORT/
            %74arget=http://127.0.0.1:PORT/&target=x
            """)
    void aQueryThatCanBeReadInTwoWaysIsNotUnderstood(String query) {
        assertIsSentence(
                jar.response("/probe?" + withPorts(query)),
                400,
                "The query is not understood: write each parameter once, as NAME=VALUE, URL-encoded.");
    }

    @Test
    void aUrlThatIsEncodedTwiceIsNone() {
        assertRefused(
                "any",
                "http%3A%2F%2F127.0.0.1:PORT%2F",
                400,
                "the target is neither the name of a configured target nor a URL like http://host:port/path");
    }

    @Test
    void aModuleWithoutAListIsForConfiguredTargetsOnly() {
        assertRefused(
                "named",
                "http://127.0.0.1:PORT/",
                403,
                "the module may be used for configured targets only: set probe.allowed_targets in the module");
    }

    @Test
    void aForgedProbeIsNoReading() {
        assertRefused("locked", "http://127.0.0.1:PORT/", 403, notAllowed("127.0.0.1:PORT"));

        assertThat(jar.lines("jsongauge_probes_total{module=\"locked\"}")).isEmpty();
        assertThat(jar.lines("jsongauge_probe_failures_total{module=\"locked\""))
                .isEmpty();
    }

    @Test
    void aRedirectWithinAUrlPrefixIsFollowed() {
        HttpResponse<String> answer = probe("follows", "http://127.0.0.1:OTHER/redirect/within");

        assertThat(answer.body()).contains("# TYPE probed_value gauge\nprobed_value 2.0\n");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void assertRefused(String module, String target, int status, String sentence) {
        assertIsSentence(probe(module, target), status, withPorts(sentence));
    }

    private static HttpResponse<String> probe(String module, String target) {
        String encoded = URLEncoder.encode(withPorts(target), StandardCharsets.UTF_8);
        return jar.response("/probe?module=" + module + "&target=" + encoded);
    }

    /** One whole sentence that is known: so nothing else of the query is in it. */
    private static void assertIsSentence(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.body()).isEqualTo(sentence + "\n");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(answer.headers().map().toString()).doesNotContain("hunter2", "injected");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            locked        | http://127.0.0.1:OTHER/status
            locked        | http://[::ffff:127.0.0.1]:OTHER/
            name          | http://localhost:OTHER/
            name-and-port | http://localhost:OTHER/a?b=c
            v4            | http://127.0.0.1:OTHER/
            v4            | http://127.1:OTHER/
            v4            | http://2130706433:OTHER/
            v4            | http://localhost:OTHER/
            v6            | http://[::1]:OTHER/
            v6            | http://[0:0::1]:OTHER/
            network       | http://127.0.0.1:OTHER/
            network       | http://127.1.2.3:OTHER/
            network       | http://127.1:OTHER/
            network       | http://１２７.０.０.１:OTHER/
            prefix        | http://127.0.0.1:OTHER/x
            prefix        | http://127.0.0.1:OTHER/x/y%20z?a=../..
            prefix        | http://127.0.0.1:OTHER/y/../x/./y
            any           | http://localhost:OTHER/
            named         | here
            """)
    void anAllowedTargetIsRead(String module, String target) {
        int requests = permitted.requests();

        HttpResponse<String> answer = probe(module, target);

        assertThat(answer.body()).contains("# TYPE probed_value gauge\nprobed_value 2.0\n");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(permitted.requests()).isEqualTo(requests + 1);
    }
}
