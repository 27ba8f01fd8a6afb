package org.lessonbot.discord;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.EnumSet;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import org.junit.jupiter.api.Test;
import org.lessonbot.chat.Room;

class DiscordIdsTest {
    @Test
    void aRoomIsAChannelOfAServer() {
        Room room = DiscordIds.room(1_420_070_400_000_000_001L, -1);

        assertThat(room).isEqualTo(new Room("discord", "1420070400000000001/18446744073709551615"));
        assertThat(DiscordIds.guild(room)).isEqualTo(1_420_070_400_000_000_001L);
        assertThat(DiscordIds.channel(room)).isEqualTo(-1);
    }

    @Test
    void aNonceIsTheSameForTheSamePostAndFits() {
        String nonce = DiscordIds.nonce("123456789/round/a-step-with-a-long-name/12/99");

        assertThat(nonce).hasSizeLessThanOrEqualTo(Message.MAX_NONCE_LENGTH).matches("[\\w-]+");
        assertThat(DiscordIds.nonce("123456789/round/a-step-with-a-long-name/12/99"))
                .isEqualTo(nonce);
        assertThat(DiscordIds.nonce("123456789/round/a-step-with-a-long-name/12/98"))
                .isNotEqualTo(nonce);
    }

    @Test
    void theInvitationAsksForNothingThatIsNotNeeded() {
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString("123456789012345678".getBytes(US_ASCII));
        String link = Invitation.link(id + ".abc.def").orElseThrow();
        long permissions = Long.parseLong(link.substring(link.indexOf("permissions=") + "permissions=".length()));

        assertThat(link)
                .startsWith(
                        "https://discord.com/oauth2/authorize?client_id=123456789012345678&scope=bot+applications.commands&");
        assertThat(Permission.getPermissions(permissions))
                .isEqualTo(EnumSet.of(
                        Permission.VIEW_CHANNEL,
                        Permission.MESSAGE_SEND,
                        Permission.MESSAGE_ATTACH_FILES,
                        Permission.MESSAGE_SEND_IN_THREADS,
                        Permission.CREATE_PUBLIC_THREADS,
                        Permission.CREATE_PRIVATE_THREADS));
        assertThat(Invitation.link("no-token")).isEmpty();
        assertThat(Invitation.link("%%%.abc.def")).isEmpty();
    }

    @Test
    void shardsAreServedByRange() {
        DiscordSettings.Shards second = new DiscordSettings.Shards(2, 3, 4);

        assertThat(second.serve(1L << 22)).isFalse();
        assertThat(second.serve(2L << 22)).isTrue();
        assertThat(second.serve(7L << 22)).isTrue();
        assertThat(second.here(9)).isEqualTo(2);
        assertThat(DiscordSettings.Shards.ALL.serve(5L << 22)).isTrue();
        assertThat(DiscordSettings.Shards.ALL.here(9)).isEqualTo(9);
    }
}
