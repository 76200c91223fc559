// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ThreadFactory;

/** Makes the threads that wait for targets: virtual ones where Java has them, from 21 on. */
final class ReaderThreads {
    private static final String NAME = "reader";

    private ReaderThreads() {}

    static ThreadFactory factory() {
        try {
            return virtual();
        } catch (ReflectiveOperationException | UnsupportedOperationException olderJava) {
            return ReaderThreads::platform;
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable impossible) {
            // method handles are declared to throw anything
            throw new IllegalStateException("making threads throws nothing else", impossible);
        }
    }

    /** {@code Thread.ofVirtual().name("reader").factory()}, which the oldest Java we run on does not know. */
    private static ThreadFactory virtual() throws Throwable {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?> builder = Class.forName("java.lang.Thread$Builder");
        Class<?> virtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
        MethodHandle ofVirtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(virtual));
        MethodHandle name = lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class));
        MethodHandle factory = lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
        return (ThreadFactory) factory.invoke(name.invoke(ofVirtual.invoke(), NAME));
    }

    private static Thread platform(Runnable task) {
        Thread thread = new Thread(task, NAME);
        thread.setDaemon(true);
        return thread;
    }
}
