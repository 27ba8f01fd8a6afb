package org.lessonbot.benchmarks.inside;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lessonbot.chat.Message;

/** A chat that does nothing, at a chat's pace; it counts how often each post is edited, and knows what it shows. */
final class Silence implements InvocationHandler {
    static final String NAME = "silence";

    private final Duration pace;
    private final AtomicInteger addresses = new AtomicInteger();
    private final Map<String, Message> shown = new ConcurrentHashMap<>();
    private final Map<String, Integer> edits = new ConcurrentHashMap<>();
    private volatile long changed = System.nanoTime();

    Silence(Duration pace) {
        this.pace = pace;
    }

    /** As the build's own port. */
    Object platform() {
        Class<?> port = Parts.named("Platform");
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, this);
    }

    Map<String, Message> shown() {
        return Map.copyOf(shown);
    }

    Map<String, Integer> edits() {
        return new HashMap<>(edits);
    }

    /** How long it is that nothing was posted or edited. */
    Duration rest() {
        return Duration.ofNanos(System.nanoTime() - changed);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object[] given = arguments == null ? new Object[0] : arguments;
        return switch (method.getName()) {
            case "name" -> NAME;
            case "pace" -> pace;
            case "equals" -> proxy == given[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> NAME;
            default -> shows(method, given) ? show(given) : otherwise(proxy, method, given);
        };
    }

    /** Whatever a build calls it: it takes a message and names a post by its address, or answers with one. */
    private boolean shows(Method method, Object[] given) {
        return Arrays.stream(given).anyMatch(Message.class::isInstance)
                && (method.getReturnType() == String.class || address(given) != null);
    }

    private @Nullable String address(Object[] given) {
        return Arrays.stream(given)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(shown::containsKey)
                .findFirst()
                .orElse(null);
    }

    private String show(Object[] given) {
        String known = address(given);
        String address = known == null ? "post-" + addresses.incrementAndGet() : known;
        if (known != null) {
            edits.merge(known, 1, Integer::sum);
        }
        Arrays.stream(given)
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .forEach(message -> shown.put(address, message));
        changed = System.nanoTime();
        return address;
    }

    private static @Nullable Object otherwise(Object proxy, Method method, Object[] given) throws Throwable {
        try {
            return method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, given) : null;
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }
}
