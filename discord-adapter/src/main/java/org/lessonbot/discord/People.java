package org.lessonbot.discord;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import org.lessonbot.chat.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who teaches: whoever may manage the channel, by role or by the channel's own settings, or has the configured role. Asked
 * at every act, of the member as Discord describes them in that very act.
 */
final class People {
    private static final Logger log = LoggerFactory.getLogger(People.class);

    private final Optional<String> role;
    private final AtomicBoolean saidSo = new AtomicBoolean();

    /** @param role by id or by name; case does not matter */
    People(Optional<String> role) {
        this.role = role;
    }

    /** @param names of the server's roles, by id */
    Person person(Origin origin, Supplier<Map<String, String>> names) {
        boolean leads = origin.may(Permission.MANAGE_CHANNEL) || holdsTheRole(origin, names);
        return new Person(origin.member(), origin.name(), leads);
    }

    private boolean holdsTheRole(Origin origin, Supplier<Map<String, String>> names) {
        return role.filter(wanted -> origin.roles().contains(wanted) || isCalled(wanted, origin, names.get()))
                .isPresent();
    }

    /** Whoever may manage roles may make another of the same name: of several nobody can tell which is meant. */
    private boolean isCalled(String wanted, Origin origin, Map<String, String> names) {
        if (origin.roles().stream().noneMatch(held -> wanted.equalsIgnoreCase(names.get(held)))) {
            return false;
        }
        boolean one = names.values().stream().filter(wanted::equalsIgnoreCase).count() == 1;
        if (!one && !saidSo.getAndSet(true)) {
            log.warn(
                    "several roles of a server are called {}, so none of them lets anybody teach: set"
                            + " discord.teacher-role to the id of the one that is meant",
                    wanted);
        }
        return one;
    }
}
