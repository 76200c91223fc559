// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.request;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.shape.Shape;
import io.github.jsongauge.config.value.Urls;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.fetch.Authorization;
import io.github.jsongauge.fetch.OAuth2;
import io.github.jsongauge.fetch.Secret;
import io.github.jsongauge.fetch.TargetUrl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads which credentials are sent: {@code basic_auth}, {@code authorization} or {@code oauth2}. */
final class CredentialsBinder {
    private final Problems problems;

    CredentialsBinder(Problems problems) {
        this.problems = problems;
    }

    /** Those in a block; null when there are none that can be used. */
    @Nullable
    Authorization authorization(Block client) {
        List<String> keys = RequestKeys.CREDENTIALS.stream().filter(client::has).toList();
        for (int i = 1; i < keys.size(); i++) {
            problems.error(
                    client.keyPlace(keys.get(i)),
                    "\"" + keys.get(i) + "\" does not go beside \"" + keys.get(0) + "\"",
                    "keep one of them");
        }
        Authorization basic = basic(client);
        Authorization token = token(client);
        Authorization oauth2 = oauth2(client);
        if (keys.size() > 1) {
            return null;
        }
        return basic != null ? basic : token != null ? token : oauth2;
    }

    private @Nullable Authorization basic(Block client) {
        Block basic = block(client, "basic_auth", RequestKeys.BASIC_AUTH);
        if (basic == null) {
            return null;
        }
        Text username = basic.require("username", "write username: NAME") ? basic.text("username") : null;
        Secret password = secret(basic, "password", Secret::in);
        return username == null || (password == null && hasSecret(basic, "password"))
                ? null
                : checked(
                        client.keyPlace("basic_auth"),
                        () -> new Authorization.Basic(username.value(), password == null ? new Secret("") : password));
    }

    private @Nullable Authorization token(Block client) {
        Block other = block(client, "authorization", RequestKeys.AUTHORIZATION);
        if (other == null) {
            return null;
        }
        Text type = other.text("type");
        if (!hasSecret(other, "credentials")) {
            other.require("credentials", "write credentials: ${TOKEN}, or credentials_file: /run/secrets/token");
        }
        Secret credentials = secret(other, "credentials", Secret::tokenIn);
        return credentials == null
                ? null
                : checked(
                        client.keyPlace("authorization"),
                        () -> new Authorization.Token(type == null ? "Bearer" : type.value(), credentials));
    }

    private @Nullable Authorization oauth2(Block client) {
        Block block = block(client, "oauth2", RequestKeys.OAUTH2);
        if (block == null) {
            return null;
        }
        Text id = block.require("client_id", "write client_id: NAME") ? block.text("client_id") : null;
        if (!hasSecret(block, "client_secret")) {
            block.require(
                    "client_secret", "write client_secret: ${SECRET}, or client_secret_file: /run/secrets/client");
        }
        Secret secret = secret(block, "client_secret", Secret::in);
        TargetUrl url = block.require("token_url", "write token_url: https://HOST/PATH")
                ? block.value("token_url", Urls::url)
                : null;
        List<String> scopes = new ArrayList<>();
        for (Node node : block.items("scopes")) {
            Text scope = Nodes.text(node, "an element of \"scopes\"", problems);
            if (scope != null) {
                scopes.add(scope.value());
            }
        }
        Map<String, Secret> params = new LinkedHashMap<>();
        for (Entry entry : block.entries("endpoint_params")) {
            Text value = Nodes.text(entry.value(), "a value of \"endpoint_params\"", problems);
            if (value != null) {
                params.put(entry.key().value(), new Secret(value.value()));
            }
        }
        return id == null || secret == null || url == null
                ? null
                : checked(client.keyPlace("oauth2"), () -> new OAuth2(id.value(), secret, url, scopes, params));
    }

    private static boolean hasSecret(Block block, String key) {
        return block.has(key) || block.has(key + "_file");
    }

    /** What stands at a key, or in the file that KEY_file names; null when there is none, or none that can be used. */
    private @Nullable Secret secret(Block block, String key, Function<Path, Secret> inFile) {
        String fileKey = key + "_file";
        if (block.has(key) && block.has(fileKey)) {
            problems.error(
                    block.keyPlace(fileKey),
                    "\"" + fileKey + "\" does not go beside \"" + key + "\"",
                    "keep one of them");
        }
        Text file = block.text(fileKey);
        if (file != null) {
            return block.value(fileKey, path -> secretIn(file.place().file().sibling(path), inFile));
        }
        Text text = block.text(key);
        return text == null ? null : new Secret(text.value());
    }

    private static Secret secretIn(Path file, Function<Path, Secret> inFile) throws ValueException {
        try {
            return inFile.apply(file);
        } catch (IllegalArgumentException bad) {
            throw new ValueException(String.valueOf(bad.getMessage()), "");
        }
    }

    private @Nullable Block block(Block around, String key, Shape shape) {
        Node node = around.node(key);
        Entries map = node == null ? null : Nodes.entries(node, "\"" + key + "\"", problems);
        return map == null ? null : new Block(map, "\"" + key + "\"", shape, problems);
    }

    private interface Maker {
        Authorization make();
    }

    private @Nullable Authorization checked(Place place, Maker maker) {
        try {
            return maker.make();
        } catch (IllegalArgumentException bad) {
            problems.error(place, "the credentials " + bad.getMessage(), "");
            return null;
        }
    }
}
