package org.lessonbot.slack;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.slack.RateLimits.Calls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who people are: the name they show, and whether they lead. Admins and owners of the workspace lead, whoever created the
 * channel, and whoever is configured. What Slack says of somebody is believed for some minutes.
 */
final class SlackPeople {
    private static final Logger log = LoggerFactory.getLogger(SlackPeople.class);
    private static final Duration BELIEVED = Duration.ofMinutes(5);
    private static final int MOST_PEOPLE = 10_000;
    private static final int MOST_CHANNELS = 1_000;
    /** Of the questions that may be asked at once, so many are kept for those whose rights matter; the others are called by their account's name meanwhile. */
    private static final int FOR_RIGHTS = 20;

    private final WebApi api;
    private final Set<String> teachers;
    private final Budget budget;
    private final Remembered<String, Profile> profiles;
    private final Remembered<Room, String> creators;

    SlackPeople(WebApi api, Set<String> teachers, Budget budget, Clock clock) {
        this.api = api;
        this.teachers = teachers;
        this.budget = budget;
        this.profiles = new Remembered<>(MOST_PEOPLE, BELIEVED, clock);
        this.creators = new Remembered<>(MOST_CHANNELS, BELIEVED, clock);
    }

    private record Profile(String name, boolean runsWorkspace) {}

    /** Somebody who does what everybody may do. Where Slack cannot be asked, they are called by their account's name. */
    Person who(Room room, String id, String account) {
        return person(id, account, profile(room, id, FOR_RIGHTS), creator(room));
    }

    /**
     * Somebody who does what only teachers may do.
     *
     * @throws PlatformException.Transient if they might be one, but Slack cannot be asked now
     */
    Person whoLeads(Room room, String id, String account) throws PlatformException {
        Optional<Profile> profile = profile(room, id, 0);
        Optional<String> creator = creator(room);
        Person person = person(id, account, profile, creator);
        if (!person.leads() && (profile.isEmpty() || creator.isEmpty())) {
            throw new PlatformException.Transient(
                    "whether " + id + " leads in " + room.id() + " is not known: Slack cannot be asked now");
        }
        return person;
    }

    private Person person(String id, String account, Optional<Profile> profile, Optional<String> creator) {
        boolean leads = teachers.contains(id)
                || profile.filter(Profile::runsWorkspace).isPresent()
                || creator.equals(Optional.of(id));
        return new Person(id, profile.map(Profile::name).orElse(account), leads);
    }

    private Optional<Profile> profile(Room room, String id, int reserve) {
        String key = SlackIds.team(room) + "/" + id;
        Optional<Profile> known = profiles.find(key);
        if (known.isPresent()) {
            return known;
        }
        if (!budget.spend(Calls.LOOKUPS, SlackIds.team(room), reserve)) {
            return Optional.empty();
        }
        try {
            User user = api.ask(room, client -> client.usersInfo(ask -> ask.user(id)), UsersInfoResponse::getUser);
            Profile profile = new Profile(name(user), user.isAdmin() || user.isOwner());
            profiles.put(key, profile);
            return Optional.of(profile);
        } catch (PlatformException failure) {
            log.warn("somebody's name is not known: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    private static String name(User user) {
        return Stream.of(user.getProfile().getDisplayName(), user.getRealName(), user.getName())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(user.getId());
    }

    private Optional<String> creator(Room room) {
        Optional<String> known = creators.find(room);
        return known.isPresent() ? known : askForCreator(room);
    }

    private Optional<String> askForCreator(Room room) {
        try {
            String channel = SlackIds.channel(room);
            var found = api.ask(
                    room,
                    client -> client.conversationsInfo(ask -> ask.channel(channel)),
                    ConversationsInfoResponse::getChannel);
            String creator = Optional.ofNullable(found.getCreator()).orElse("");
            creators.put(room, creator);
            return Optional.of(creator);
        } catch (PlatformException failure) {
            log.warn("who created the channel is not known: {}", failure.getMessage());
            return Optional.empty();
        }
    }
}
