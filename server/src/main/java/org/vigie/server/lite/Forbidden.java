package org.vigie.server.lite;

/// Who asks may not do this, whatever the ledger holds. Says so by a key of the words.
final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    Forbidden(String key) {
        super(key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
