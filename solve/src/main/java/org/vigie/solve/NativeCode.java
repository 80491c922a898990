package org.vigie.solve;

import com.google.ortools.Loader;
import org.jspecify.annotations.Nullable;

/// The native code of OR-Tools, loaded once in a program and only when somebody solves. Loading
/// unpacks some 70 MB into the folder for temporary files, which takes a second or two; a folder
/// from which nothing may be run makes it fail.
final class NativeCode {

    private static boolean loaded;
    private static @Nullable String trouble;

    private NativeCode() {}

    /// Why it could not be loaded; null when it was.
    static synchronized @Nullable String load() {
        if (!loaded && trouble == null) {
            try {
                Loader.loadNativeLibraries();
                loaded = true;
            } catch (UnsatisfiedLinkError | RuntimeException unusable) {
                trouble = String.valueOf(unusable.getMessage());
            }
        }
        return trouble;
    }
}
