// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    /** Of "abc", as jBCrypt and others print it. */
    private static final String ABC = "06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";

    private static final String CHEAP = PasswordHash.of("right".toCharArray(), 4);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final VerifiedPasswords verified = new VerifiedPasswords();

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void whereThereAreNoUsersEverybodyPasses() {
        assertThat(new Passwords(Map.of(), verified).judge(null)).isEqualTo(Verdict.PASSES);
    }

    @Test
    void whoShowsNothingIsRefusedAtOnce() {
        assertThat(new Passwords(Map.of("alice", CHEAP), verified).judge(null)).isEqualTo(Verdict.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2a$", "$2b$", "$2y$"})
    void hashesOfAllUsualKindsFit(String kind) throws Exception {
        Passwords passwords = new Passwords(Map.of("alice", kind + ABC), verified);

        assertThat(passwords.verify(basic("alice", "abc"), HERE)).isEqualTo(Verdict.PASSES);
        assertThat(passwords.verify(basic("alice", "abd"), HERE)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aPasswordIsCheckedOnce() throws Exception {
        Passwords passwords = new Passwords(Map.of("alice", CHEAP), verified);
        String alice = basic("alice", "right");
        assertThat(passwords.judge(alice)).isEqualTo(Verdict.UNKNOWN);

        assertThat(passwords.verify(alice, HERE)).isEqualTo(Verdict.PASSES);

        assertThat(passwords.judge(alice)).isEqualTo(Verdict.PASSES);
        assertThat(passwords.judge(basic("alice", "wrong"))).isEqualTo(Verdict.UNKNOWN);
        assertThat(passwords.judge(basic("bob", "right"))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aWrongPasswordIsNotRemembered() throws Exception {
        Passwords passwords = new Passwords(Map.of("alice", CHEAP), verified);

        assertThat(passwords.verify(basic("alice", "wrong"), HERE)).isEqualTo(Verdict.REFUSED);

        assertThat(passwords.judge(basic("alice", "wrong"))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void anotherHashOfAUserMakesTheOldPasswordWorthless() throws Exception {
        String alice = basic("alice", "right");
        assertThat(new Passwords(Map.of("alice", CHEAP), verified).verify(alice, HERE))
                .isEqualTo(Verdict.PASSES);

        Passwords changed = new Passwords(Map.of("alice", PasswordHash.of("other".toCharArray(), 4)), verified);

        assertThat(changed.judge(alice)).isEqualTo(Verdict.UNKNOWN);
        assertThat(changed.verify(alice, HERE)).isEqualTo(Verdict.REFUSED);
    }

    /** Else the time would tell who exists. */
    @Test
    void aUserThatDoesNotExistIsRefusedAfterAsMuchWork() throws Exception {
        Passwords passwords =
                new Passwords(Map.of("alice", PasswordHash.of("right".toCharArray(), 9), "bob", CHEAP), verified);
        verificationNanos(passwords, "alice");

        assertThat(verificationNanos(passwords, "nobody")).isGreaterThan(verificationNanos(passwords, "alice") / 4);
        assertThat(verificationNanos(passwords, "nobody")).isGreaterThan(2 * verificationNanos(passwords, "bob"));
    }

    private static long verificationNanos(Passwords passwords, String user) throws InterruptedException {
        long start = System.nanoTime();
        assertThat(passwords.verify(basic(user, "guess"), HERE)).isEqualTo(Verdict.REFUSED);
        return System.nanoTime() - start;
    }

    /** A hash in place of the password would be no secret. */
    @Test
    void theHashIsNoPassword() throws Exception {
        Passwords passwords = new Passwords(Map.of("alice", CHEAP), verified);

        assertThat(passwords.verify(basic("alice", CHEAP), HERE)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void fromOneAddressOnePasswordIsCheckedAndFromOthersOneEachMayWait() throws Exception {
        Passwords passwords = new Passwords(Map.of("alice", PasswordHash.of("right".toCharArray(), 13)), verified);
        FutureTask<Verdict> guess = new FutureTask<>(() -> passwords.verify(basic("alice", "guess"), address(1)));
        Thread guessing = new Thread(guess, "guessing");
        guessing.start();
        await().until(() -> Arrays.stream(guessing.getStackTrace())
                .anyMatch(frame -> frame.getClassName().contains("bcrypt")));

        assertThat(passwords.verify(basic("alice", "another"), address(1))).isEqualTo(Verdict.BUSY);

        Future<Verdict> elsewhere = CompletableFuture.supplyAsync(() -> {
            try {
                return passwords.verify(basic("alice", "right"), address(2));
            } catch (InterruptedException cutOff) {
                throw new AssertionError(cutOff);
            }
        });
        assertThat(elsewhere.get()).isEqualTo(Verdict.PASSES);
        assertThat(guess.get()).isEqualTo(Verdict.REFUSED);
        assertThat(passwords.verify(basic("alice", "right"), address(1))).isEqualTo(Verdict.PASSES);
    }

    @Test
    void fromOneAddressRequestsWithEqualCredentialsShareACheck() throws Exception {
        Passwords passwords = new Passwords(Map.of("alice", PasswordHash.of("right".toCharArray(), 12)), verified);
        for (String password : List.of("guess", "right")) {
            ExecutorService clients = Executors.newFixedThreadPool(33);
            long start = System.nanoTime();
            passwords.verify(basic("alice", "first"), HERE);
            long one = System.nanoTime() - start;

            start = System.nanoTime();
            List<Future<Verdict>> verdicts =
                    clients.invokeAll(Collections.nCopies(32, () -> passwords.verify(basic("alice", password), HERE)));

            Verdict expected = password.equals("right") ? Verdict.PASSES : Verdict.REFUSED;
            for (Future<Verdict> verdict : verdicts) {
                assertThat(verdict.get()).isEqualTo(expected);
            }
            assertThat(System.nanoTime() - start).isLessThan(8 * one);
            clients.shutdown();
        }
    }

    @Test
    void noMoreThanThirtyTwoRequestsShareACheck() throws Exception {
        Passwords passwords = new Passwords(Map.of("alice", PasswordHash.of("right".toCharArray(), 14)), verified);
        ExecutorService clients = Executors.newFixedThreadPool(40);

        List<Future<Verdict>> verdicts =
                clients.invokeAll(Collections.nCopies(40, () -> passwords.verify(basic("alice", "right"), HERE)));

        List<Verdict> given = new ArrayList<>();
        for (Future<Verdict> verdict : verdicts) {
            given.add(verdict.get());
        }
        assertThat(given).containsOnly(Verdict.PASSES, Verdict.BUSY);
        assertThat(Collections.frequency(given, Verdict.PASSES)).isEqualTo(32);
        clients.shutdown();
    }

    @Test
    void noMoreThanAHundredPasswordsAreRemembered() {
        for (int i = 0; i <= 100; i++) {
            verified.add(CHEAP, new Credentials("user" + i, "right"));
        }

        assertThat(verified.contains(CHEAP, new Credentials("user0", "right"))).isFalse();
        assertThat(verified.contains(CHEAP, new Credentials("user1", "right"))).isTrue();
    }

    @Test
    void ofALongPasswordTheFirst72BytesCountAsTheyDoElsewhere() throws Exception {
        Passwords passwords =
                new Passwords(Map.of("alice", PasswordHash.of("x".repeat(72).toCharArray(), 4)), verified);

        assertThat(passwords.verify(basic("alice", "x".repeat(80)), HERE)).isEqualTo(Verdict.PASSES);
        assertThatThrownBy(() -> PasswordHash.of("ä".repeat(37).toCharArray(), 4))
                .hasMessage("the password has 74 bytes, and bcrypt ignores those beyond 72: take a shorter one");
    }
}
