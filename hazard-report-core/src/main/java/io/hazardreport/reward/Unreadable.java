package io.hazardreport.reward;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Paths of a document that could not be read, so that nothing is concluded from what stands in for them. */
final class Unreadable {

    private final Set<String> paths;

    Unreadable(Collection<String> paths) {
        this.paths = new HashSet<>(paths);
    }

    Unreadable and(Collection<String> more) {
        Set<String> all = new HashSet<>(paths);
        all.addAll(more);
        return new Unreadable(all);
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    /** Whether one of them is this or lies in it. */
    boolean within(String path) {
        return paths.stream().anyMatch(each -> isIn(each, path));
    }

    /** Whether one of them is this, lies in it, or holds it. */
    boolean touches(String path) {
        return paths.stream().anyMatch(each -> isIn(each, path) || isIn(path, each));
    }

    private static boolean isIn(String path, String whole) {
        return path.startsWith(whole)
                && (path.length() == whole.length()
                        || path.charAt(whole.length()) == '.'
                        || path.charAt(whole.length()) == '[');
    }
}
