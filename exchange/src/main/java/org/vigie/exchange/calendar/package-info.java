/// Calendars that any calendar program reads (iCalendar, RFC 5545).
///
/// [org.vigie.exchange.calendar.CalendarText] writes the lines, for every calendar that Vigie
/// gives; [org.vigie.exchange.calendar.DueCalendar] is what is due on the watch.
@NullMarked
package org.vigie.exchange.calendar;

import org.jspecify.annotations.NullMarked;
