package org.lessonbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lessonbot.discord.fake.Exchange.Answer;
import org.lessonbot.discord.fake.Exchange.Kind;

/** First answers to interactions, and all that the interaction's token is good for afterwards. */
final class InteractionRoutes {
    private final World world;
    private final Posts posts;

    InteractionRoutes(World world, Posts posts) {
        this.world = world;
        this.posts = posts;
    }

    void serve(RestServer server) {
        server.on(Route.ANSWER, this::answer);
        server.on(Route.FOLLOW_UP, this::followUp);
        server.on(Route.GET_REPLY, call -> Reply.ok(Payloads.message(reply(call))));
        server.on(Route.EDIT_REPLY, this::edit);
        server.on(Route.DELETE_REPLY, this::delete);
    }

    private Reply answer(Call call) {
        Exchange exchange = world.exchange(call.variable("interaction"))
                .filter(found -> found.token().equals(call.variable("token")))
                .orElseThrow(ApiError::unknownInteraction);
        if (exchange.answered().isPresent()) {
            throw ApiError.alreadyAcknowledged();
        }
        if (exchange.overdue()) {
            exchange.refusedAsLate();
            throw ApiError.unknownInteraction();
        }
        Answer answer = Answer.of(call.body().path("type").asInt())
                .filter(given -> possible(exchange).contains(given))
                .orElseThrow(() -> unfit(call));
        carryOut(call, exchange, answer);
        exchange.answer(answer);
        if (exchange.kind() == Kind.SUBMIT) {
            world.closeForm(exchange.person());
        }
        return call.asks("with_response") ? Reply.ok(response(exchange, answer)) : Reply.nothing();
    }

    private static Set<Answer> possible(Exchange exchange) {
        if (exchange.kind() == Kind.TYPING) {
            return EnumSet.of(Answer.CHOICES);
        }
        Set<Answer> possible = EnumSet.of(Answer.REPLY, Answer.DEFERRED_REPLY);
        if (exchange.source().isPresent()) {
            possible.add(Answer.EDIT);
            possible.add(Answer.DEFERRED_EDIT);
        }
        if (exchange.kind() != Kind.SUBMIT) {
            possible.add(Answer.MODAL);
        }
        return possible;
    }

    private static ApiError unfit(Call call) {
        FormErrors errors = new FormErrors();
        errors.add(
                "type",
                "BASE_TYPE_CHOICES",
                "No such answer to this: " + call.body().path("type"));
        return errors.refusal();
    }

    private void carryOut(Call call, Exchange exchange, Answer answer) {
        JsonNode data = call.body().path("data");
        switch (answer) {
            case REPLY -> {
                FakeMessage reply = posts.create(call, data, "data.", exchange.channel(), exchange);
                exchange.replies().add(reply);
                exchange.original(reply);
            }
            case DEFERRED_REPLY -> {
                int flags = data.path("flags").asInt() & FakeMessage.EPHEMERAL;
                FakeMessage thinking = posts.think(exchange.channel(), exchange, flags);
                exchange.replies().add(thinking);
                exchange.original(thinking);
            }
            case DEFERRED_EDIT -> exchange.original(exchange.source().orElseThrow());
            case EDIT -> {
                FakeMessage source =
                        exchange.source().filter(message -> !message.deleted()).orElseThrow(ApiError::unknownMessage);
                posts.edit(call, data, "data.", source);
                exchange.original(source);
            }
            case CHOICES -> {
                FormErrors errors = new FormErrors();
                JsonNode choices = data.path("choices");
                errors.size("data.choices", choices, 0, 25);
                for (int i = 0; i < choices.size(); i++) {
                    errors.length("data.choices." + i + ".name", choices.get(i).path("name"), 1, 100);
                    errors.length("data.choices." + i + ".value", choices.get(i).path("value"), 1, 100);
                }
                errors.throwIfAny();
                exchange.choices(Json.stream(choices)
                        .map(choice -> choice.path("value").asText())
                        .toList());
            }
            case MODAL -> {
                FormErrors errors = new FormErrors();
                new ComponentRules(errors, Set.of()).form(data);
                errors.throwIfAny();
                ObjectNode kept = data.deepCopy();
                kept.set("components", Components.kept(data.path("components"), url -> Optional.empty()));
                OpenModal form = new OpenModal(exchange, kept);
                exchange.modal(form);
                world.openForm(exchange.person(), form);
            }
        }
    }

    private static ObjectNode response(Exchange exchange, Answer answer) {
        ObjectNode json = Json.object();
        ObjectNode interaction = json.putObject("interaction")
                .put("id", exchange.id())
                .put("type", exchange.kind().type())
                .put("channel_id", exchange.channel().id());
        ObjectNode resource = json.putObject("resource").put("type", answer.type());
        exchange.original().ifPresent(message -> {
            interaction
                    .put("response_message_id", message.id())
                    .put("response_message_loading", message.loading())
                    .put("response_message_ephemeral", message.ephemeral());
            if (answer == Answer.REPLY || answer == Answer.EDIT) {
                resource.set("message", Payloads.message(message));
            }
        });
        return json;
    }

    /** An exchange whose token still opens its webhook; there is none before the first answer. */
    private Exchange open(Call call) {
        Exchange exchange = world.exchangeByToken(call.variable("token"))
                .filter(found -> call.variable("application").equals(world.applicationId()))
                .filter(found -> found.answered().isPresent() && found.kind() != Kind.TYPING)
                .orElseThrow(ApiError::unknownWebhook);
        if (exchange.tokenExpired()) {
            throw ApiError.expiredToken();
        }
        return exchange;
    }

    /** A further message; while "… is thinking" stands, it takes that one's place and its privacy. */
    private Reply followUp(Call call) {
        Exchange exchange = open(call);
        Optional<FakeMessage> thinking = exchange.original().filter(FakeMessage::loading);
        if (thinking.isPresent()) {
            posts.edit(call, call.body(), "", thinking.get());
            return Reply.ok(Payloads.message(thinking.get()));
        }
        FakeMessage message = posts.create(call, call.body(), "", exchange.channel(), exchange);
        exchange.replies().add(message);
        return Reply.ok(Payloads.message(message));
    }

    private FakeMessage reply(Call call) {
        Exchange exchange = open(call);
        String id = call.variable("message");
        Optional<FakeMessage> found = id.equals("@original")
                ? exchange.original()
                : exchange.replies().stream()
                        .filter(message -> message.id().equals(id))
                        .findFirst()
                        .or(() ->
                                exchange.source().filter(message -> message.id().equals(id)));
        return found.filter(message -> !message.deleted()).orElseThrow(ApiError::unknownMessage);
    }

    private Reply edit(Call call) {
        FakeMessage message = reply(call);
        posts.edit(call, call.body(), "", message);
        return Reply.ok(Payloads.message(message));
    }

    private Reply delete(Call call) {
        posts.delete(reply(call));
        return Reply.nothing();
    }
}
