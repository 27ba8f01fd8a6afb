package org.lessonbot.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.lessonbot.engine.Platform;

class GateTest {
    /** A default of the interface would answer in the adapter's place, and no contract would notice. */
    @Test
    void whateverAPlatformCanDoGoesThroughTheGate() throws ReflectiveOperationException {
        for (Method can : Platform.class.getMethods()) {
            assertThat(Gate.class
                            .getMethod(can.getName(), can.getParameterTypes())
                            .getDeclaringClass())
                    .as("%s", can)
                    .isEqualTo(Gate.class);
        }
    }
}
