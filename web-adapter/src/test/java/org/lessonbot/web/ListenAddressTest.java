package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "0.0.0.0", "::1", "::"})
    void theStudentsLinkOpensWhateverAddressIsListenedOn(String host) throws Exception {
        assumeTrue(!host.startsWith(":") || hasIpv6(), "this computer has no IPv6");
        WebSettings settings = new WebSettings(host, 0, Optional.empty(), List.of(), OpenClassroom.PATIENT);
        try (OpenClassroom classroom = new OpenClassroom(settings)) {
            URI link = classroom.web().studentLink(classroom.room());

            assertThat(link.getHost()).isNotIn("0.0.0.0", "[::]", "[0:0:0:0:0:0:0:0]");
            assertThat(classroom.newBrowser().open(link).body()).contains("<h1>Room 12</h1>");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080/",
        "::1, http://[::1]:8080/",
        "fe80::1%eth0, http://[fe80::1]:8080/",
        "school.example.org, http://school.example.org:8080/",
    })
    void anAddressCanBeTypedIntoABrowser(String host, String address) {
        assertThat(ListenAddress.url(host, 8080)).hasToString(address);
    }

    @Test
    void allAddressesAreKnownFromOne() {
        assertThat(ListenAddress.isEvery("0.0.0.0")).isTrue();
        assertThat(ListenAddress.isEvery("::")).isTrue();
        assertThat(ListenAddress.isEvery("127.0.0.1")).isFalse();
    }

    private static boolean hasIpv6() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .anyMatch(Inet6Address.class::isInstance);
    }
}
