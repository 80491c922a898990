package org.vigie.record;

/// What an entry says. Sealed: the compiler finds every place that a new kind touches.
///
/// The groups are [Facts], [Awareness], [Warnings], [Responses], [Forces], [Mandates], [Accords],
/// [Surveys], [Activities], [Casualties], [Lanes], [Threats], [Watchkeeping], [Forecasts],
/// [Housekeeping]; [Unknown] carries what a newer version wrote, [Erased] stands for what nobody
/// can read any longer. Every body is a record of plain values, so that its canonical form can be
/// read by strangers.
public sealed interface Body
        permits Facts,
                Awareness,
                Warnings,
                Responses,
                Forces,
                Mandates,
                Accords,
                Surveys,
                Activities,
                Casualties,
                Lanes,
                Threats,
                Watchkeeping,
                Forecasts,
                Housekeeping,
                Unknown,
                Erased {}
