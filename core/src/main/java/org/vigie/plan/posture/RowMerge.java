package org.vigie.plan.posture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Merges places that the same stations can serve: no plan can tell them apart, so no optimum
/// changes. Twenty thousand places become a few hundred rows.
final class RowMerge {

    private final CoverQuestion question;
    private final Map<Key, Integer> rows = new LinkedHashMap<>();
    private final Numbers weights = new Numbers();
    private final double[] floors;
    private final double[] total;
    private final int words;

    private RowMerge(CoverQuestion question) {
        this.question = question;
        floors = new double[question.fairness().areas()];
        total = new double[question.services().size()];
        words = question.scenarios().getFirst().reach().words();
    }

    /// What places have in common that are merged.
    @SuppressWarnings("ArrayRecordComponent") // compared by content, never handed on
    private record Key(int service, int area, long[] masks) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && service == key.service
                    && area == key.area
                    && Arrays.equals(masks, key.masks);
        }

        @Override
        public int hashCode() {
            long hash = service * 31L + area;
            for (long mask : masks) {
                hash = (hash ^ mask) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
            return Long.hashCode(hash);
        }
    }

    static CoverRows of(CoverQuestion question) {
        var merge = new RowMerge(question);
        double all = question.scenarios().stream().mapToDouble(Scenario::weight).sum();
        for (var scenario : question.scenarios()) {
            merge.add(scenario, scenario.weight() / all);
        }
        return merge.rows();
    }

    private void add(Scenario scenario, double part) {
        var services = question.services();
        var allowed = allowed();
        for (int s = 0; s < services.size(); s++) {
            var needs = services.get(s).needs();
            int length = needs.stream().mapToInt(List::size).sum() * words;
            var masks = new long[length];
            for (int place = 0; place < scenario.reach().places(); place++) {
                double weight = part * scenario.weight(place);
                if (weight == 0) {
                    continue;
                }
                total[s] += weight;
                int area = question.fairness().area(s, place);
                if (area >= 0) {
                    floors[area] += weight * question.fairness().floor(area);
                }
                if (fill(masks, needs, scenario.reach(), new At(place, allowed))) {
                    var key = new Key(s, area, masks);
                    var row = rows.get(key);
                    if (row == null) {
                        rows.put(new Key(s, area, masks.clone()), rows.size());
                        weights.add(weight);
                    } else {
                        weights.increase(row, weight);
                    }
                }
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // private, and never handed on
    private record At(int place, long[][] allowed) {}

    /// Whether every need can be met from somewhere.
    private boolean fill(long[] masks, List<List<Integer>> needs, ReachTable reach, At at) {
        int to = 0;
        for (var need : needs) {
            long any = 0;
            for (int type : need) {
                for (int word = 0; word < words; word++) {
                    long bits = reach.bits(type, at.place, word) & at.allowed[type][word];
                    masks[to++] = bits;
                    any |= bits;
                }
            }
            if (any == 0) {
                return false;
            }
        }
        return true;
    }

    /// Bases where a type may stand at all.
    private long[][] allowed() {
        var stationing = question.stationing();
        int bases = stationing.bases();
        var allowed = new long[question.types().size()][words];
        for (int type = 0; type < allowed.length; type++) {
            for (int base = 0; base < bases; base++) {
                if (stationing.most(type * bases + base) > 0) {
                    allowed[type][base / Long.SIZE] |= 1L << base;
                }
            }
        }
        return allowed;
    }

    private CoverRows rows() {
        var links = new Numbers.Whole();
        var from = new Numbers.Whole();
        var stations = new Numbers.Whole();
        var service = new int[rows.size()];
        var area = new int[rows.size()];
        int row = 0;
        for (var key : rows.keySet()) {
            service[row] = key.service;
            area[row++] = key.area;
            links.add(from.size());
            int at = 0;
            for (var need : question.services().get(key.service).needs()) {
                from.add(stations.size());
                for (int type : need) {
                    at = list(type, key.masks, at, stations);
                }
            }
        }
        links.add(from.size());
        from.add(stations.size());
        return new CoverRows(
                weights.all(),
                service,
                area,
                links.all(),
                from.all(),
                stations.all(),
                floors,
                total);
    }

    private int list(int type, long[] masks, int at, Numbers.Whole stations) {
        int bases = question.stationing().bases();
        for (int word = 0; word < words; word++) {
            for (long left = masks[at + word]; left != 0; left &= left - 1) {
                int base = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                stations.add(type * bases + base);
            }
        }
        return at + words;
    }
}
