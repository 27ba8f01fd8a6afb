package org.lessonbot.slack;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.RateLimits.Calls;
import org.lessonbot.time.Zones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who people are: the name they show, and whether they lead. Admins and owners of the workspace lead, whoever created the
 * channel, and whoever is configured. A name is believed for an hour and rights for some minutes. Nobody is asked about twice
 * at one time, and nothing here waits.
 */
final class People {
    private static final Logger log = LoggerFactory.getLogger(People.class);
    private static final Duration BELIEVED = Duration.ofHours(1);
    private static final Duration RIGHTS_BELIEVED = Duration.ofMinutes(5);
    private static final int MOST_PEOPLE = 10_000;
    /** A channel's creator stays the same. */
    private static final Duration LESSON = Duration.ofHours(12);

    private static final int MOST_CHANNELS = 1_000;
    /** Of the questions that may be asked at once, so many are kept for those whose rights matter; the others are called by their account's name meanwhile. */
    private static final int FOR_RIGHTS = 20;

    private final WebApi api;
    private final Set<String> teachers;
    private final Budget budget;
    private final Clock clock;
    private final Executor threads;
    private final Known<String, Profile> profiles;
    private final Known<Room, String> creators;

    /** @param threads in which Slack is asked */
    People(WebApi api, Set<String> teachers, Budget budget, Clock clock, Executor threads) {
        this.api = api;
        this.teachers = teachers;
        this.budget = budget;
        this.clock = clock;
        this.threads = threads;
        this.profiles = new Known<>(MOST_PEOPLE, BELIEVED, clock);
        this.creators = new Known<>(MOST_CHANNELS, LESSON, clock);
    }

    private record Profile(String name, boolean runsWorkspace, Optional<ZoneId> zone, Instant asOf) {}

    /** Somebody who does what everybody may do. Where Slack cannot be asked, they are called by their account's name. */
    CompletableFuture<Person> who(Room room, String id, String account) {
        return profile(room, id, false)
                .thenCombine(orNothing(creator(room)), (profile, creator) -> person(id, account, profile, creator));
    }

    /**
     * Somebody who does what only teachers may do.
     *
     * @return fails if they might be one: with a {@link PlatformException.Transient} if Slack cannot be asked now, with a
     *     {@link PlatformException.Rejected} if it does not tell the bot of this channel, as of a private one that it is not in
     */
    CompletableFuture<Person> whoLeads(Room room, String id, String account) {
        CompletableFuture<String> asked = creator(room);
        return profile(room, id, true)
                .thenCombine(orNothing(asked), (profile, creator) -> {
                    Person person = person(id, account, profile, creator);
                    return person.leads() || profile.isPresent() && creator.isPresent()
                            ? CompletableFuture.completedFuture(person)
                            : asked.thenCompose(known -> CompletableFuture.<Person>failedFuture(unknown(room)));
                })
                .thenCompose(person -> person);
    }

    private static PlatformException unknown(Room room) {
        return new PlatformException.Transient(
                "whether somebody leads in " + room.id() + " is not known: Slack cannot be asked now");
    }

    private Person person(String id, String account, Optional<Profile> profile, Optional<String> creator) {
        boolean leads = teachers.contains(id)
                || profile.filter(Profile::runsWorkspace).isPresent()
                || creator.equals(Optional.of(id));
        return new Person(id, profile.map(Profile::name).orElse(account), leads, profile.flatMap(Profile::zone));
    }

    /** Who is known to be no teacher may stay one for a while; nobody keeps rights that were taken away. */
    private boolean holds(Profile profile, boolean rights) {
        return !(rights || profile.runsWorkspace())
                || profile.asOf().plus(RIGHTS_BELIEVED).isAfter(clock.instant());
    }

    private CompletableFuture<Optional<Profile>> profile(Room room, String id, boolean rights) {
        String team = SlackIds.team(room);
        return orNothing(profiles.get(
                team + "/" + id,
                profile -> holds(profile, rights),
                () -> asked(Calls.LOOKUPS, team, rights ? 0 : FOR_RIGHTS, () -> {
                    // Of the moment before: rights that are taken away meanwhile are believed no longer for it.
                    Instant asOf = clock.instant();
                    User user =
                            api.ask(room, client -> client.usersInfo(ask -> ask.user(id)), UsersInfoResponse::getUser);
                    Optional<ZoneId> zone = Optional.ofNullable(user.getTz()).flatMap(Zones::of);
                    return new Profile(name(user), user.isAdmin() || user.isOwner(), zone, asOf);
                })));
    }

    private static String name(User user) {
        return Stream.of(user.getProfile().getDisplayName(), user.getRealName(), user.getName())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(user.getId());
    }

    private CompletableFuture<String> creator(Room room) {
        String channel = SlackIds.channel(room);
        return creators.get(
                room,
                any -> true,
                () -> asked(Calls.CHANNELS, SlackIds.team(room), 0, () -> {
                    Conversation found = api.ask(
                            room,
                            client -> client.conversationsInfo(ask -> ask.channel(channel)),
                            ConversationsInfoResponse::getChannel);
                    return Optional.ofNullable(found.getCreator()).orElse("");
                }));
    }

    private <T> CompletableFuture<T> asked(Calls calls, String team, int reserve, Budget.Call<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (!budget.spend(calls, team, reserve)) {
            answer.completeExceptionally(new PlatformException.Transient("too many questions to Slack in " + team));
            return answer;
        }
        try {
            threads.execute(() -> {
                try {
                    answer.complete(budget.heed(calls, team, question));
                } catch (PlatformException | RuntimeException failure) {
                    log.warn("who somebody is, or who created their channel, is not known: {}", failure.getMessage());
                    answer.completeExceptionally(failure);
                }
            });
        } catch (RejectedExecutionException closing) {
            answer.completeExceptionally(closing);
        }
        return answer;
    }

    private static <T> CompletableFuture<Optional<T>> orNothing(CompletableFuture<T> asked) {
        return asked.handle((answer, failure) -> Optional.ofNullable(answer));
    }
}
