// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.request;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.value.Parameters;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.config.yaml.ParameterUses;
import io.github.jsongauge.fetch.Authorization;
import io.github.jsongauge.fetch.Header;
import io.github.jsongauge.fetch.Method;
import io.github.jsongauge.fetch.RequestTemplate.Line;
import io.github.jsongauge.fetch.Secret;
import io.github.jsongauge.fetch.StatusSet;
import io.github.jsongauge.fetch.TextTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how endpoints are asked: the request settings of modules and targets. */
public final class RequestBinder {
    private final ParameterUses parameters;
    private final CredentialsBinder credentials;
    private final TransportBinder transports;
    private final Problems problems;

    public RequestBinder(ParameterUses parameters, Problems problems) {
        this.parameters = parameters;
        this.credentials = new CredentialsBinder(problems);
        this.transports = new TransportBinder(problems);
        this.problems = problems;
    }

    /** The settings in a block, without what is set around it. */
    public BoundRequest settings(Block block) {
        Block client = client(block);
        List<Line> headers = headers(block);
        Authorization authorization = credentials.authorization(client);
        Method method = method(block);
        TextTemplate body = body(block);
        if (body != null && method == Method.GET) {
            problems.error(block.keyPlace("method"), "GET has no body", "write method: POST, or leave it out");
            method = null;
        }
        boolean inHeader = headers != null
                && headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("Authorization"));
        if (inHeader && authorization != null) {
            problems.error(
                    block.keyPlace("headers"),
                    "the header Authorization is set by basic_auth, authorization or oauth2 too",
                    "keep one of them");
            authorization = null;
        }
        return new BoundRequest(
                method,
                params(block),
                headers,
                body,
                authorization,
                accept(block),
                client.value("follow_redirects", Words::truth),
                transports.tls(client),
                transports.proxy(client),
                inHeader || authorization != null);
    }

    /** Where the keys of Prometheus' own HTTP clients stand: here, or below {@code http_client_config}. */
    private Block client(Block block) {
        Node node = block.node("http_client_config");
        Entries map = node == null ? null : Nodes.entries(node, "\"http_client_config\"", problems);
        if (map == null) {
            return block;
        }
        for (String key : RequestKeys.CLIENT.names()) {
            if (block.has(key)) {
                problems.error(
                        block.keyPlace(key),
                        "\"" + key + "\" does not go beside \"http_client_config\"",
                        "write all of these keys below http_client_config, or none");
            }
        }
        return new Block(map, "\"http_client_config\"", RequestKeys.CLIENT, problems);
    }

    private static @Nullable Method method(Block block) {
        String method = block.value("method", text -> Words.one(List.of("GET", "POST"), text));
        return method == null ? null : Method.valueOf(method);
    }

    private @Nullable List<Line> params(Block block) {
        if (!block.has("params")) {
            return null;
        }
        List<Line> params = new ArrayList<>();
        for (Entry entry : block.entries("params")) {
            TextTemplate value = template(entry.value(), "a value of \"params\"");
            if (value != null) {
                params.add(new Line(entry.key().value(), value));
            }
        }
        return params;
    }

    private @Nullable List<Line> headers(Block block) {
        if (!block.has("headers")) {
            return null;
        }
        List<Line> headers = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Entry entry : block.entries("headers")) {
            Text name = entry.key();
            TextTemplate value = template(entry.value(), "the value of a header");
            if (!names.add(name.value().toLowerCase(Locale.ROOT))) {
                problems.error(name.place(), "header " + name.shown() + " is set twice", "remove one of them");
            } else if (value != null && canBeSent(name, entry.value())) {
                headers.add(new Line(name.value(), value));
            }
        }
        return headers;
    }

    /** Values of parameters are checked when they are there. */
    private boolean canBeSent(Text name, Node value) {
        String fixed = value instanceof Text text && !Parameters.areIn(text.value()) ? text.value() : "";
        try {
            Header unused = new Header(name.value(), new Secret(fixed));
            return true;
        } catch (IllegalArgumentException bad) {
            problems.error(name.place(), "a header " + bad.getMessage(), "");
            return false;
        }
    }

    private @Nullable TextTemplate body(Block block) {
        Node node = block.node("body");
        return node == null ? null : template(node, "\"body\"");
    }

    private @Nullable TextTemplate template(Node node, String what) {
        Text text = Nodes.textWithParameters(node, what, problems);
        if (text == null) {
            return null;
        }
        parameters.add(text);
        return new TextTemplate(Parameters.parts(text.value()).stream()
                .map(part -> part.text() == null
                        ? new TextTemplate.Part(part.parameter(), true)
                        : new TextTemplate.Part(part.text(), false))
                .toList());
    }

    private @Nullable StatusSet accept(Block block) {
        Node node = block.node("accept_status");
        if (node == null) {
            return null;
        }
        List<Node> elements = node instanceof Text ? List.of(node) : block.items("accept_status");
        List<String> texts = new ArrayList<>();
        for (Node element : elements) {
            Text text = Nodes.text(element, "a status", problems);
            if (text != null && statuses(List.of(text.value()), text.place()) != null) {
                texts.add(text.value());
            }
        }
        return texts.size() == elements.size() ? statuses(texts, node.place()) : null;
    }

    private @Nullable StatusSet statuses(List<String> texts, Place place) {
        try {
            return StatusSet.of(texts);
        } catch (IllegalArgumentException bad) {
            problems.error(place, "\"accept_status\" " + bad.getMessage(), "for example [200-299, 503]");
            return null;
        }
    }
}
