package org.lessonbot.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Interaction;
import org.lessonbot.engine.adapter.CommandLine;

/** Reads what Slack brings, and passes on what people did. */
final class Reception {
    private final Acts acts;

    Reception(Acts acts) {
        this.acts = acts;
    }

    void command(SlashCommandPayload payload) {
        Origin origin = new Origin(
                SlackIds.room(payload.getTeamId(), payload.getChannelId()),
                payload.getUserId(),
                payload.getResponseUrl(),
                Origin.Surface.CHANNEL);
        String trigger = payload.getTriggerId();
        typed(
                origin,
                trigger,
                payload.getUserName(),
                Optional.ofNullable(payload.getText()).orElse(""));
    }

    private void typed(Origin origin, String trigger, String account, String text) {
        Heard heard = new Heard(origin, trigger, account, trigger, "/" + text.strip());
        acts.command(heard, CommandLine.read(text, new Angled()));
    }

    void press(BlockActionPayload payload) {
        BlockActionPayload.Action pressed = payload.getActions().get(0);
        Optional<Origin> origin = origin(payload, pressed);
        if (origin.isEmpty()) {
            return;
        }
        String trigger = payload.getTriggerId();
        String account = payload.getUser().getName();
        String value = Optional.ofNullable(pressed.getValue()).orElse("");
        if (acts.isForgotten(when(pressed.getActionTs()))) {
            acts.late(new Heard(origin.get(), trigger, account, trigger, ""));
        } else if (value.startsWith("/")) {
            typed(origin.get(), trigger, account, value.substring(1));
        } else if (pressed.getType().equals("button")) {
            Heard heard = new Heard(origin.get(), trigger, account, trigger, value);
            acts.act(heard, Action.parse(value).map(Interaction.Press::new));
        } else {
            Heard heard = new Heard(origin.get(), trigger, account, trigger, "");
            acts.act(
                    heard,
                    Action.parse(pressed.getActionId()).map(action -> new Interaction.Pick(action, picked(pressed))));
        }
    }

    /** Slack's times are seconds since 1970, with a fraction; what has none is new. */
    private static Instant when(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{1,12}(\\.\\d*)?")
                ? Instant.ofEpochSecond(Long.parseLong(seconds.replaceFirst("\\..*", "")))
                : Instant.MAX;
    }

    /** Somebody looks at the app's home. */
    void home(EventsApiPayload<AppHomeOpenedEvent> payload) {
        Instant when = payload.getEventTime() == null ? Instant.MAX : Instant.ofEpochSecond(payload.getEventTime());
        if (!acts.isForgotten(when)) {
            acts.home(
                    payload.getEventId(),
                    payload.getTeamId(),
                    payload.getEvent().getUser());
        }
    }

    private static Optional<Origin> origin(BlockActionPayload payload, BlockActionPayload.Action pressed) {
        String person = payload.getUser().getId();
        if (payload.getView() != null) {
            return SlackPainter.club(pressed.getBlockId())
                    .map(room -> new Origin(room, person, "", Origin.Surface.CLUB))
                    .or(() -> Origin.unpacked(payload.getView().getPrivateMetadata(), person, Origin.Surface.HOME));
        }
        boolean console = pressed.getBlockId().startsWith(SlackPainter.CONSOLE);
        Origin.Surface whisper = console ? Origin.Surface.CONSOLE : Origin.Surface.WHISPER;
        return Optional.of(new Origin(
                SlackIds.room(payload.getTeam().getId(), payload.getChannel().getId()),
                person,
                Optional.ofNullable(payload.getResponseUrl()).orElse(""),
                payload.getContainer().isEphemeral() ? whisper : Origin.Surface.CHANNEL));
    }

    private static List<String> picked(BlockActionPayload.Action pressed) {
        Stream<BlockActionPayload.Action.SelectedOption> options = pressed.getSelectedOptions() == null
                ? Stream.ofNullable(pressed.getSelectedOption())
                : pressed.getSelectedOptions().stream();
        return options.map(BlockActionPayload.Action.SelectedOption::getValue).toList();
    }

    /**
     * A form that was sent.
     *
     * @param faults is told what is wrong with it by field, nothing if it is taken; answers whether Slack still took that
     */
    void submission(ViewSubmissionPayload payload, Predicate<Map<String, String>> faults) {
        Optional<Action> action = Action.parse(payload.getView().getCallbackId());
        Optional<Origin> origin = Origin.unpacked(
                payload.getView().getPrivateMetadata(), payload.getUser().getId(), Origin.Surface.FORM);
        if (action.isEmpty() || origin.isEmpty()) {
            var unused = faults.test(Map.of());
            return;
        }
        Map<String, String> values = SlackForms.values(payload.getView());
        // A form that was corrected is the same view, so what stands in it tells it from the one that was refused.
        String id = payload.getView().getId() + "/" + payload.getView().getHash() + "/"
                + Integer.toHexString(values.hashCode());
        Heard heard = new Heard(origin.get(), id, payload.getUser().getName(), "", "");
        acts.submit(heard, new Interaction.Submit(action.get(), values), faults);
    }
}
