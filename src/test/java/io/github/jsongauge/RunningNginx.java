// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real nginx, with everything of it in a folder of the test. */
final class RunningNginx implements AutoCloseable {
    private final Process process;
    private final Path folder;

    private RunningNginx(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Starts it.
     *
     * @param servers what stands inside of {@code http}; FOLDER is the folder
     */
    static RunningNginx start(Path folder, String servers) throws IOException {
        Path config = Files.writeString(
                folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes 1;
                user root;
                error_log FOLDER/error.log;
                pid FOLDER/nginx.pid;
                events {}
                http {
                    log_format connections '$server_port $request_uri $connection $connection_requests $http_accept_encoding $bytes_sent';
                    access_log FOLDER/access.log connections;
                    client_body_temp_path FOLDER/body;
                    proxy_temp_path FOLDER/proxy;
                    fastcgi_temp_path FOLDER/fastcgi;
                    uwsgi_temp_path FOLDER/uwsgi;
                    scgi_temp_path FOLDER/scgi;
                    types { application/json json; }
                    default_type application/json;
                %s
                }
                """.formatted(servers).replace("FOLDER", folder.toString()));
        Process process = new ProcessBuilder("/usr/sbin/nginx", "-c", config.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        return new RunningNginx(process, folder);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A line for each request: port, URI, connection, requests on it, what coding was accepted, bytes sent. */
    String accessLog() throws IOException {
        return Files.readString(folder.resolve("access.log"));
    }

    /** What it said, for a test that fails. */
    String said() throws IOException {
        return Files.readString(folder.resolve("nginx.log"));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
