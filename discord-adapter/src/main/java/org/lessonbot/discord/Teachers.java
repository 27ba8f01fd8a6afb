package org.lessonbot.discord;

import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.lessonbot.chat.Person;

/**
 * Who teaches: whoever may manage the channel, by role or by the channel's own settings, or has the configured role. Asked
 * at every act, of the member as Discord describes them in that very act.
 */
final class Teachers {
    private final Optional<String> role;

    /** @param role by id or by name; case does not matter */
    Teachers(Optional<String> role) {
        this.role = role;
    }

    Person person(Member member, GuildChannel channel) {
        boolean leads = member.hasPermission(channel, Permission.MANAGE_CHANNEL)
                || member.getRoles().stream().anyMatch(this::teaches);
        return new Person(member.getId(), PlainText.label(member.getEffectiveName()), leads);
    }

    private boolean teaches(Role held) {
        return role.filter(wanted -> wanted.equals(held.getId()) || wanted.equalsIgnoreCase(held.getName()))
                .isPresent();
    }
}
