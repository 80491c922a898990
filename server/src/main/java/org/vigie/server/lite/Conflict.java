package org.vigie.server.lite;

/// What was asked for does not fit what is already so: somebody else was faster. Says so by a key
/// of the words.
final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    Conflict(String key) {
        super(key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
