package org.lessonbot.discord.fake;

import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** Sends JDA to the fake's gateway, and spares tests the five seconds that it leaves between two logins. */
final class ImpatientSessions extends SessionControllerAdapter {
    private final String gatewayUrl;

    ImpatientSessions(String gatewayUrl) {
        this.gatewayUrl = gatewayUrl;
    }

    @Override
    public String getGateway() {
        return gatewayUrl;
    }

    @Override
    public void appendSession(SessionController.SessionConnectNode node) {
        Thread login = new Thread(() -> run(node), "login to the fake");
        login.setDaemon(true);
        login.start();
    }

    @Override
    public void removeSession(SessionController.SessionConnectNode node) {
        // A login is under way as soon as it is asked for: there is no queue to leave.
    }

    private static void run(SessionController.SessionConnectNode node) {
        try {
            node.run(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            log.debug("Login failed", e);
        }
    }
}
