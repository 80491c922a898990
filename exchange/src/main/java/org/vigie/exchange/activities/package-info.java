/// The plan of all components as a list that comes in ([ActivityList]) and as a calendar that goes
/// out ([PlanCalendar]).
@NullMarked
package org.vigie.exchange.activities;

import org.jspecify.annotations.NullMarked;
