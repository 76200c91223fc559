// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.web;

import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.file.ConfigFiles;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.problem.YamlFile;
import io.github.jsongauge.config.shape.Shape;
import io.github.jsongauge.config.value.Durations;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.web.WebConfig.Rate;
import io.github.jsongauge.config.web.WebConfig.Tls;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.config.yaml.YamlReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Loads the file once. What stands in it is taken as it is: hashes have many dollar signs, which are no variables here. */
public final class WebConfigLoader {
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(?:0[4-9]|[12][0-9]|3[01])\\$[./A-Za-z0-9]{53}");

    /** Beyond it a computer takes seconds. */
    private static final int USUAL_COST = 14;

    private final Problems problems = new Problems();
    private final Consumer<Path> files;

    private WebConfigLoader(Consumer<Path> files) {
        this.files = files;
    }

    /**
     * Reads the file, and those that it names.
     *
     * @param files is told each file before it is read, also when the whole cannot be used
     * @throws ConfigException with all problems, if one of them is an error
     */
    public static WebConfig load(Path path, Consumer<Path> files) throws ConfigException {
        return new WebConfigLoader(files).read(path);
    }

    private WebConfig read(Path path) throws ConfigException {
        files.accept(path);
        WebConfig config = null;
        try {
            YamlFile file = new ConfigFiles(problems).read(path);
            Node root = file == null ? null : new YamlReader(file, (written, place) -> written, problems).read();
            config = root == null ? null : config(root);
        } catch (Problems.TooManyException enough) {
            throw new ConfigException(problems.sorted());
        }
        if (config == null || problems.hasErrors()) {
            throw new ConfigException(problems.sorted());
        }
        return config;
    }

    /** Not usable when there are errors. */
    private @Nullable WebConfig config(Node root) {
        if (root instanceof Text text && text.isAbsent()) {
            // also what is there for a moment when an editor writes the file
            problems.error(root.place(), "the file is empty", "write {} to let everybody ask");
            return null;
        }
        Entries map = Nodes.entries(root, "the file", problems);
        if (map == null) {
            return null;
        }
        Block file = new Block(map, "the file", WebKeys.FILE, problems);
        Block secure = block(file, "tls_server_config", WebKeys.TLS);
        Tls tls = secure == null ? null : new ServerTlsBinder(secure, files, problems).tls();
        Map<String, String> users = users(file);
        Map<String, String> headers = headers(file);
        Rate rate = rate(file);
        if (!file.has("tls_server_config") && !users.isEmpty()) {
            problems.warning(
                    file.keyPlace("basic_auth_users"),
                    "without tls_server_config anybody on the way can read the passwords",
                    "write tls_server_config with cert_file and key_file");
        }
        return new WebConfig(tls, users, headers, rate, problems.sorted());
    }

    private @Nullable Block block(Block file, String key, Shape shape) {
        Node node = file.node(key);
        Entries map = node == null ? null : Nodes.entries(node, "\"" + key + "\"", problems);
        return map == null ? null : new Block(map, "\"" + key + "\"", shape, problems);
    }

    private Map<String, String> users(Block file) {
        Map<String, String> users = new LinkedHashMap<>();
        for (Entry entry : file.entries("basic_auth_users")) {
            String name = entry.key().value();
            Text hash = Nodes.text(entry.value(), "the hash of " + entry.key().shown(), problems);
            if (name.contains(":")) {
                problems.error(entry.key().place(), "a user name cannot have a colon", "choose another");
            } else if (hash != null && !BCRYPT.matcher(hash.value()).matches()) {
                problems.error(
                        entry.key().place(),
                        "the password of " + entry.key().shown() + " must be a bcrypt hash such as $2y$10$…",
                        "jsongauge hash-password prints one");
            } else if (hash != null) {
                users.put(name, hash.value());
                warnIfSlow(entry, Integer.parseInt(hash.value().substring(4, 6)));
            }
        }
        return users;
    }

    private void warnIfSlow(Entry user, int cost) {
        if (cost > USUAL_COST) {
            problems.warning(
                    user.key().place(),
                    "the hash of " + user.key().shown() + " has cost " + cost + ", which takes seconds to check",
                    "use a cost of 10 to 12");
        }
    }

    private Map<String, String> headers(Block file) {
        Block http = block(file, "http_server_config", WebKeys.HTTP);
        if (http == null) {
            return Map.of();
        }
        Boolean unused = http.value("http2", Words::truth);
        Block headers = block(http, "headers", WebKeys.HEADERS);
        Map<String, String> all = new LinkedHashMap<>();
        if (headers != null) {
            for (String name : WebKeys.HEADERS.names()) {
                String value = headers.value(name, text -> header(name, text));
                if (value != null && !value.isEmpty()) {
                    all.put(name, value);
                }
            }
        }
        return all;
    }

    private static String header(String name, String value) throws ValueException {
        if (!value.matches("[\\x20-\\x7e]*")) {
            throw new ValueException("must be the text of a header, without line breaks", "");
        }
        return switch (name) {
            case "X-Frame-Options" -> value.isEmpty() ? value : Words.one(List.of("deny", "sameorigin"), value);
            case "X-Content-Type-Options" -> value.isEmpty() ? value : Words.one(List.of("nosniff"), value);
            default -> value;
        };
    }

    private @Nullable Rate rate(Block file) {
        Block block = block(file, "rate_limit", WebKeys.RATE);
        if (block == null) {
            return null;
        }
        Duration interval = block.require("interval", "write how long, such as 1s")
                ? block.value("interval", text -> text.equals("0") ? Duration.ZERO : Durations.durationOrZero(text))
                : null;
        Integer burst = block.require("burst", "write how many may come at once, such as 20")
                ? block.value("burst", WebConfigLoader::burst)
                : null;
        return interval == null || burst == null || interval.isZero() ? null : new Rate(interval, burst);
    }

    private static int burst(String text) throws ValueException {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new ValueException("must be a number from 1 to 999999", "");
        }
        return Integer.parseInt(text);
    }
}
