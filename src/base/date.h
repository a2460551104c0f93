/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/*
 * A date as people write it: a day, a month or a year.  It is the interval
 * of days it may mean, both ends included, in days since 1970-01-01 of the
 * proleptic Gregorian calendar.  "2023" is never 1 January 2023.
 * A zeroed struct is "no date given".
 */
struct date {
	bool known;
	int32_t first;
	int32_t last;
};

enum span_unit {
	SPAN_DAYS,
	SPAN_MONTHS,
	SPAN_YEARS,
	SPAN_UNITS
};

/* "12 months"; count 0 is "none given". */
struct duration {
	uint32_t count;
	enum span_unit unit;
};

/* YYYY, YYYY-MM or YYYY-MM-DD, years 1000–9999; false where it is no date. */
bool date_parse(struct str s, struct date *ret_date);

/* "N days|months|years" in singular or plural, N from 1 to 9999. */
bool duration_parse(struct str s, struct duration *ret_duration);

/*
 * The day that lies a duration before another.  Months are calendar months
 * and the day is clamped: a month before 31 March is 28 or 29 February.
 */
int32_t date_before(int32_t day, struct duration d);

/* YYYY-MM-DD, in a buffer of at least DATE_TEXT bytes. */
#define DATE_TEXT 16
const char *date_text(int32_t day, char *text);

#endif
