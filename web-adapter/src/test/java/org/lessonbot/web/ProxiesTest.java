package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private final Proxies proxies = new Proxies(List.of("10.0.0.0/8", "192.168.1.7", "2001:db8::/32"));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.5, 198.51.100.1, 203.0.113.5",
        "10.1.2.3, '', 10.1.2.3",
        "10.1.2.3, 198.51.100.1, 198.51.100.1",
        "10.1.2.3, 'pretended, 198.51.100.1', 198.51.100.1",
        "10.1.2.3, '198.51.100.1, 192.168.1.7', 198.51.100.1",
        "10.1.2.3, '198.51.100.1, 192.168.1.8', 192.168.1.8",
        "[2001:db8:0:0:0:0:0:1], 2001:db9::5, 2001:db9::5",
        "10.1.2.3, localhost, localhost",
    })
    void itIsFoundWhoAsks(String direct, String forwarded, String client) {
        assertThat(proxies.client(direct, forwarded)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.5, 203.0.113.5",
        "203.0.113.5:41234, 203.0.113.5",
        "::ffff:203.0.113.5, 203.0.113.5",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
        "[2001:db8:1:2::9], 20010db800010002::/64",
        "[2001:db8:1:2:aaaa::1]:443, 20010db800010002::/64",
        "fe80::1%eth0, fe80000000000000::/64",
        "somewhere, somewhere",
    })
    void oneVisitorIsCountedOnceWhateverStandsBehindTheAddress(String address, String counted) {
        assertThat(Proxies.counted(address)).isEqualTo(counted);
    }

    @Test
    void aProxyIsKnownAgainWhateverPortStandsBehindIt() {
        assertThat(proxies.client("10.1.2.3", "198.51.100.1, 192.168.1.7:50000"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void withoutANameNobodyIsBelieved() {
        assertThat(new Proxies(List.of()).client("127.0.0.1", "198.51.100.1")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "10.0.0.0/99", "10.0.0.300", "10.0.0.0/8/8", ""})
    void whatIsNoNetworkIsRefused(String network) {
        assertThatThrownBy(() -> new Proxies(List.of(network))).isInstanceOf(IllegalArgumentException.class);
    }
}
