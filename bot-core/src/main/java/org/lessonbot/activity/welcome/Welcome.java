package org.lessonbot.activity.welcome;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.lessonbot.activity.Activity;
import org.lessonbot.activity.Dealing;
import org.lessonbot.activity.NoDeal;
import org.lessonbot.activity.Scene;
import org.lessonbot.activity.Traits;
import org.lessonbot.chat.Action;
import org.lessonbot.chat.Block;
import org.lessonbot.chat.Button;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Verb;
import org.lessonbot.lesson.Participant;
import org.lessonbot.plan.Step;

/** Shows today's plan, who leads, what is kept about people, and the button to join. */
public final class Welcome implements Activity<WelcomeContent, NoDeal> {
    @Override
    public Traits<WelcomeContent, NoDeal> traits() {
        return Traits.of("welcome", WelcomeContent.class, NoDeal.class);
    }

    @Override
    public Optional<NoDeal> deal(Dealing<WelcomeContent, NoDeal> dealing, String request, RandomGenerator random) {
        return dealing.once();
    }

    @Override
    public Message own(Scene<WelcomeContent, NoDeal> scene, String person) {
        return scene.roster()
                .participant(person)
                .map(participant -> Message.text(scene.say("welcome.you", participant.name())))
                .orElse(Message.of());
    }

    /** The same in every class. */
    @Override
    public Message report(Scene<WelcomeContent, NoDeal> scene) {
        return Message.of();
    }

    @Override
    public Message room(Scene<WelcomeContent, NoDeal> scene) {
        String teachers = scene.roster().participants().stream()
                .filter(one -> one.present() && one.teaches())
                .map(Participant::name)
                .collect(Collectors.joining(", "));
        return Message.of(
                new Block.Text(scene.content().text()),
                new Block.Labelled(
                        scene.say(scene.alone() ? "welcome.in-all" : "welcome.today"),
                        scene.say("welcome.minutes", scene.plan().planned())),
                new Block.Items(today(scene)),
                new Block.Labelled(
                        scene.say(scene.alone() ? "welcome.leads-club" : "welcome.leads"),
                        teachers.isEmpty() ? scene.say("welcome.nobody") : teachers),
                new Block.Labelled(scene.say("welcome.kept"), scene.say("welcome.kept-what")),
                Block.Buttons.of(
                        Button.primary(Action.of(scene.lesson().id(), Verb.JOIN, ""), scene.say("welcome.join"))
                                .enabled(scene.lesson().endedAt().isEmpty())),
                new Block.Footnote(
                        scene.say("welcome.joined", scene.roster().students().size())));
    }

    private static List<String> today(Scene<WelcomeContent, NoDeal> scene) {
        return scene.plan().steps().stream()
                .filter(step -> !step.equals(scene.step()))
                .map(step -> line(scene, step))
                .toList();
    }

    private static String line(Scene<WelcomeContent, NoDeal> scene, Step step) {
        return step.minutes() == 0 ? step.title() : scene.say("welcome.step", step.title(), step.minutes());
    }
}
