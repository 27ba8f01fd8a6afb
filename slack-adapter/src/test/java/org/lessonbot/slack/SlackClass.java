package org.lessonbot.slack;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.lessonbot.chat.Room;
import org.lessonbot.slack.fake.Channel;
import org.lessonbot.slack.fake.FakeSlack;
import org.lessonbot.slack.fake.User;

/** A teacher and two students in a channel of the stand-in, with the bot among them. */
abstract class SlackClass {
    FakeSlack slack;
    ListeningBot bot;
    User teacher;
    User ada;
    User ben;
    Channel channel;
    Room room;

    @BeforeEach
    void open() throws InterruptedException {
        slack = FakeSlack.start();
        teacher = slack.user("ms-rivers").admin();
        ada = slack.user("ada");
        ben = slack.user("ben");
        channel = slack.channel("class", teacher, ada, ben);
        room = SlackIds.room(channel.workspace().id(), channel.id());
        bot = ListeningBot.in(slack);
    }

    @AfterEach
    void close() throws InterruptedException {
        bot.close();
        slack.close();
    }
}
