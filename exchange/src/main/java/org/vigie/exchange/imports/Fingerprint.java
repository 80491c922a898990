package org.vigie.exchange.imports;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Body;
import org.vigie.record.Happened;

/// 128 bits by which what a row says is compared with what an entry says, so that a re-import of a
/// million rows need not hold a million bodies in memory. Equal for equal records and, as far as
/// SHA-256 cut to 128 bits can promise, only for these.
record Fingerprint(long high, long low) {

    private static final ClassValue<List<Method>> PARTS =
            new ClassValue<>() {
                @Override
                protected List<Method> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .map(part -> part.getAccessor())
                            .toList();
                }
            };

    /// @param ignored keys of maps that make no difference
    static Fingerprint of(@Nullable Happened when, Body body, Set<String> ignored) {
        var digest = SourceFile.newDigest();
        add(digest, when, ignored);
        add(digest, body, ignored);
        var hash = ByteBuffer.wrap(digest.digest());
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    private static void add(MessageDigest digest, @Nullable Object value, Set<String> ignored) {
        switch (value) {
            case null -> digest.update((byte) 0);
            case Record whole -> addRecord(digest, whole, ignored);
            case List<?> list -> {
                addText(digest, (byte) 2, "" + list.size());
                list.forEach(one -> add(digest, one, ignored));
            }
            case Map<?, ?> map -> addMap(digest, map, ignored);
            default -> addText(digest, (byte) 4, value.toString());
        }
    }

    private static void addRecord(MessageDigest digest, Record whole, Set<String> ignored) {
        addText(digest, (byte) 1, whole.getClass().getName());
        for (var part : PARTS.get(whole.getClass())) {
            try {
                add(digest, part.invoke(whole), ignored);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the parts of a body are public: " + part, e);
            }
        }
    }

    private static void addMap(MessageDigest digest, Map<?, ?> map, Set<String> ignored) {
        var kept = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> kept.put(String.valueOf(key), value));
        kept.keySet().removeAll(ignored);
        addText(digest, (byte) 3, "" + kept.size());
        kept.forEach((key, value) -> {
            addText(digest, (byte) 4, key);
            add(digest, value, ignored);
        });
    }

    /// A mark for the type and the length first, so that no two values run into each other.
    private static void addText(MessageDigest digest, byte mark, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(mark);
        digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
        digest.update(bytes);
    }
}
