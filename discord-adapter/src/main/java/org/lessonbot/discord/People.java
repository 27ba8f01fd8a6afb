package org.lessonbot.discord;

import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.Permission;
import org.lessonbot.chat.Person;

/**
 * Who teaches: whoever may manage the channel, by role or by the channel's own settings, or has the configured role. Asked
 * at every act, of the member as Discord describes them in that very act.
 */
final class People {
    private final Optional<String> role;

    /** @param role by id or by name; case does not matter */
    People(Optional<String> role) {
        this.role = role;
    }

    /** @param names of the server's roles, by id */
    Person person(Origin origin, Function<String, Optional<String>> names) {
        boolean leads =
                origin.may(Permission.MANAGE_CHANNEL) || origin.roles().stream().anyMatch(held -> teaches(held, names));
        return new Person(origin.member(), origin.name(), leads);
    }

    private boolean teaches(String held, Function<String, Optional<String>> names) {
        return role.filter(wanted -> wanted.equals(held)
                        || names.apply(held).filter(wanted::equalsIgnoreCase).isPresent())
                .isPresent();
    }
}
