package org.vigie.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Position;

/// From a report of danger to an alert that a person owns.
///
/// *report* (what came in) is not *alert* (opened by a person, has clocks) is not *response* (what
/// a component did).
public sealed interface Warnings extends Body {

    /// How grave. A message that came in by itself says nothing of it: until a person has judged it
    /// it waits among the grave ones.
    enum Severity {
        LOW,
        MEDIUM,
        NOT_ASSESSED,
        HIGH,
        CRITICAL;

        /// What a person can judge, the mildest first.
        public static List<Severity> judged() {
            return List.of(LOW, MEDIUM, HIGH, CRITICAL);
        }
    }

    enum Verification {
        UNVERIFIED,
        CORROBORATED,
        CONFIRMED,
        UNVERIFIABLE,
        FALSE
    }

    enum Step {
        ACKNOWLEDGED,
        VERIFIED,
        UNVERIFIABLE,
        ASSESSED,
        ESCALATED
    }

    enum Outcome {
        PROTECTED,
        PARTLY_PROTECTED,
        NOT_PROTECTED,
        DID_NOT_HAPPEN,
        JUDGED_FALSE,
        UNVERIFIABLE,
        UNKNOWN
    }

    /// A warning as it came in. No lane stores who said it (harm gate): `lane` and `grade` are all
    /// that is kept of the source.
    ///
    /// @param lane `phone`, `hotline`, `radio`, `visit`, `open-source`, `form`, `sms` …; which one
    ///   of several is the origin of the entry
    /// @param atRisk who is in danger, as a group and place, never a named person
    /// @param threat what is feared
    /// @param alleged what sort of actor the threat is said to come from
    /// @param feedbackConsent whether the reporter agreed, on a safe channel, to be told what was
    ///   done
    /// @param sentAt when it was sent, by the sender's clock: how long a warning took to reach the
    ///   mission; null where nobody says
    record ReportReceived(
            String lane,
            Site site,
            String text,
            String atRisk,
            String threat,
            Severity severity,
            ActorClass alleged,
            Grade grade,
            boolean feedbackConsent,
            @Nullable Instant sentAt)
            implements Warnings {

        /// As somebody says it now.
        public ReportReceived(
                String lane,
                Site site,
                String text,
                String atRisk,
                String threat,
                Severity severity,
                ActorClass alleged,
                Grade grade,
                boolean feedbackConsent) {
            this(lane, site, text, atRisk, threat, severity, alleged, grade, feedbackConsent, null);
        }

        /// What it is by the judgement of a person; how it came in stays.
        public ReportReceived as(ReportAssessed judged) {
            return new ReportReceived(
                    lane,
                    judged.site(),
                    text,
                    judged.atRisk(),
                    judged.threat(),
                    judged.severity(),
                    judged.alleged(),
                    grade,
                    feedbackConsent,
                    sentAt);
        }
    }

    /// A photograph that came with a report. The picture itself is kept beside the ledger, under
    /// the hash that stands here; of what the camera wrote into it only where and when it was taken
    /// is kept, never whose it is, nor the name of its file.
    ///
    /// @param mediaType `image/jpeg` or `image/png`
    /// @param bytes as it came in
    /// @param sha256 of the bytes as they came in, in hex
    /// @param width in pixels, as it is stored: a camera that was held upright says so elsewhere
    /// @param height in pixels
    /// @param position where the camera says that it was; null when it does not say
    /// @param cameraTime when it was taken by the camera's clock, which has no zone:
    ///   `2026-03-15T05:10:22`; null when it does not say
    record ReportAttached(
            String mediaType,
            long bytes,
            String sha256,
            int width,
            int height,
            @Nullable Position position,
            @Nullable String cameraTime)
            implements Warnings {}

    /// What a person read out of a message: where it is, who is in danger of what, how grave. The
    /// message itself stays as it came in.
    record ReportAssessed(
            Site site, String atRisk, String threat, Severity severity, ActorClass alleged)
            implements Warnings {}

    /// Whose a report is on the watch: the author's from now on, or nobody's again.
    record ReportTaken(boolean taken) implements Warnings {}

    /// How far a report is verified.
    ///
    /// @param second who else says so, independently: what a report rests on that is corroborated
    ///   or confirmed; null for any other, and where nobody wrote it down
    record ReportVerified(Verification status, String basis, @Nullable String second)
            implements Warnings {

        public ReportVerified(Verification status, String basis) {
            this(status, basis, null);
        }
    }

    /// Opening an alert is a person's act; the author is that person.
    record AlertOpened(
            String title,
            Site site,
            Severity severity,
            String atRisk,
            ActorClass alleged,
            List<UUID> reports)
            implements Warnings {

        public AlertOpened {
            reports = List.copyOf(reports);
        }
    }

    /// A report of a danger that has its alert already is put behind that alert, or taken out from
    /// behind it again. It is about the report; on what an alert was opened stays behind it.
    ///
    /// @param joined whether it is behind it from now on
    record ReportJoined(UUID alert, boolean joined) implements Warnings {}

    record AlertStepped(Step step, String note) implements Warnings {}

    record AlertClosed(Outcome outcome, String reason) implements Warnings {}

    /// Whether the reporter was told what was done; telling needs consent and a safe channel, not
    /// telling needs a reason.
    record ReporterTold(boolean told, String reason) implements Warnings {}
}
