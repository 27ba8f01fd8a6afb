package org.lessonbot.slack.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.bolt.model.Bot;
import com.slack.api.bolt.model.builtin.DefaultBot;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.slack.Secret;
import org.lessonbot.store.Database;
import org.lessonbot.store.EarlierTables;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.TestDatabase;

class InstallationsTest {
    private static final String TOKEN = "xoxb-1-secret";
    private static final TokenCipher CIPHER = new TokenCipher(key(1));

    private final Migrated store = Migrated.fresh();
    private final Installations installations = new Installations(store.database(), CIPHER);

    @AfterEach
    void close() {
        store.close();
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Bot bot(String team, String token) {
        Bot bot = new DefaultBot();
        bot.setTeamId(team);
        bot.setAppId("A1");
        bot.setBotId("B1");
        bot.setBotUserId("U1");
        bot.setBotAccessToken(token);
        return bot;
    }

    private byte[] kept(String team) {
        return store.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select token from slack_installation where team = :team")
                        .bind("team", team)
                        .mapTo(byte[].class)
                        .one());
    }

    @Test
    void aTokenThatIsKeptIsFoundAgain() {
        installations.saveBot(bot("T1", TOKEN));

        assertThat(installations.token("T1")).contains(new Secret(TOKEN));
        assertThat(installations.findBot("", "T1"))
                .extracting(Bot::getBotAccessToken, Bot::getBotUserId)
                .containsExactly(TOKEN, "U1");
        assertThat(installations.token("T2")).isEmpty();
        assertThat(installations.findBot("", "T2")).isNull();
    }

    @Test
    void fromEveryEarlierVersionOfTheTablesAWorkspaceStaysInstalled() throws Exception {
        installations.saveBot(bot("T1", TOKEN));
        List<Integer> versions = EarlierTables.versions(store.server(), Migrations.SCHEMA);
        assertThat(versions).isNotEmpty();
        for (int version : versions) {
            try (TestDatabase old = TestDatabase.fresh();
                    Database database = Migrated.open(old, 2)) {
                EarlierTables.fill(old, Migrations.SCHEMA, version, store.server(), List.of("slack_installation"));

                assertThat(new Installations(database, CIPHER).token("T1")).contains(new Secret(TOKEN));
            }
        }
    }

    @Test
    void theDatabaseNeverSeesTheToken() {
        installations.saveBot(bot("T1", TOKEN));
        byte[] first = kept("T1");
        installations.saveBot(bot("T1", TOKEN));

        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("xoxb", "secret");
        assertThat(kept("T1")).isNotEqualTo(first);
    }

    @Test
    void anotherKeySaysSoPlainly() {
        installations.saveBot(bot("T1", TOKEN));
        Installations other = new Installations(store.database(), new TokenCipher(key(2)));

        assertThatThrownBy(() -> other.token("T1"))
                .isInstanceOf(TokenCipher.WrongKeyException.class)
                .hasMessageContainingAll("T1", "another key")
                .hasMessageNotContaining("xoxb");
    }

    @Test
    void aTokenInAnotherWorkspacesPlaceIsNotTaken() {
        installations.saveBot(bot("T1", TOKEN));
        installations.saveBot(bot("T2", "xoxb-2"));
        store.database()
                .jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "update slack_installation set token = (select token from slack_installation where team = 'T1')"));

        assertThat(installations.token("T1")).contains(new Secret(TOKEN));
        assertThatThrownBy(() -> installations.token("T2")).isInstanceOf(TokenCipher.WrongKeyException.class);
    }

    @Test
    void aWorkspaceThatRemovesTheAppIsForgotten() {
        installations.saveBot(bot("T1", TOKEN));
        installations.deleteAll(null, "T1");

        assertThat(installations.token("T1")).isEmpty();
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutRepeatingIt() {
        for (String wrong : List.of("hush-hush!", Base64.getEncoder().encodeToString(new byte[16]))) {
            assertThatThrownBy(() -> new TokenCipher(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("openssl rand -base64 32")
                    .hasMessageNotContaining(wrong);
        }
    }
}
