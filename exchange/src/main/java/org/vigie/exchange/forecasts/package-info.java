/// Forecasts that others publish: [Cast] of ACLED, [Views] of Uppsala and Oslo. One row becomes one
/// `forecast-issued` entry, so that it can be held against what came.
@NullMarked
package org.vigie.exchange.forecasts;

import org.jspecify.annotations.NullMarked;
