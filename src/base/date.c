/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/date.h"

#include <stdio.h>

struct civil {
	int32_t year;
	int32_t month; /* 1–12 */
	int32_t day;
};

/*
 * Days from a civil date and back, after Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms": years are counted from 1 March, so that the
 * leap day comes last.
 */
static int32_t days_of(struct civil c)
{
	int32_t y = c.month <= 2 ? c.year - 1 : c.year;
	int32_t era = y / 400;
	int32_t yoe = y - era * 400;
	int32_t doy = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 +
		      c.day - 1;
	int32_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

static struct civil civil_of(int32_t days)
{
	int32_t z = days + 719468;
	int32_t era = z / 146097;
	int32_t doe = z - era * 146097;
	int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int32_t mp = (5 * doy + 2) / 153;
	struct civil c = { yoe + era * 400, mp + (mp < 10 ? 3 : -9),
			   doy - (153 * mp + 2) / 5 + 1 };

	if (c.month <= 2)
		c.year++;
	return c;
}

static int32_t days_in_month(int32_t year, int32_t month)
{
	struct civil next = { month == 12 ? year + 1 : year,
			      month == 12 ? 1 : month + 1, 1 };

	return days_of(next) - days_of((struct civil){ year, month, 1 });
}

/* Exactly `len` digits at s[at]. */
static bool digits(struct str s, size_t at, size_t len, int32_t *ret_value)
{
	int32_t v = 0;

	if (s.len < at + len)
		return false;
	for (size_t i = at; i < at + len; i++) {
		if (s.ptr[i] < '0' || s.ptr[i] > '9')
			return false;
		v = v * 10 + (s.ptr[i] - '0');
	}
	*ret_value = v;
	return true;
}

static bool dash_and_two(struct str s, size_t at, int32_t *ret_value)
{
	return s.len > at && s.ptr[at] == '-' && digits(s, at + 1, 2, ret_value);
}

bool date_parse(struct str s, struct date *ret_date)
{
	struct civil c = { 0, 1, 1 }, last;

	if (!digits(s, 0, 4, &c.year) || c.year < 1000)
		return false;
	last = (struct civil){ c.year, 12, 31 };
	if (s.len > 4) {
		if (!dash_and_two(s, 4, &c.month) || c.month < 1 || c.month > 12)
			return false;
		last.month = c.month;
		last.day = days_in_month(c.year, c.month);
	}
	if (s.len > 7) {
		if (!dash_and_two(s, 7, &c.day) || c.day < 1 ||
		    c.day > last.day || s.len != 10)
			return false;
		last.day = c.day;
	} else if (s.len != 4 && s.len != 7) {
		return false;
	}
	*ret_date = (struct date){ true, days_of(c), days_of(last) };
	return true;
}

bool duration_parse(struct str s, struct duration *ret_duration)
{
	static const struct {
		struct str name;
		enum span_unit unit;
	} units[] = {
		{ STR_ROW("day"), SPAN_DAYS },
		{ STR_ROW("days"), SPAN_DAYS },
		{ STR_ROW("month"), SPAN_MONTHS },
		{ STR_ROW("months"), SPAN_MONTHS },
		{ STR_ROW("year"), SPAN_YEARS },
		{ STR_ROW("years"), SPAN_YEARS },
	};
	struct str number;
	int32_t n = 0;

	if (!str_cut(&s, ' ', &number) || number.len > 4 ||
	    !digits(number, 0, number.len, &n) || n < 1)
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		if (!str_eq(s, units[i].name))
			continue;
		*ret_duration = (struct duration){ (uint32_t)n, units[i].unit };
		return true;
	}
	return false;
}

int32_t date_before(int32_t day, struct duration d)
{
	struct civil c;
	int32_t months, total, limit;

	if (d.unit == SPAN_DAYS)
		return day - (int32_t)d.count;
	c = civil_of(day);
	months = (int32_t)d.count * (d.unit == SPAN_YEARS ? 12 : 1);
	total = c.year * 12 + c.month - 1 - months;
	if (total < 12)
		total = 12; /* the year 1: nothing is older */
	c.year = total / 12;
	c.month = total % 12 + 1;
	limit = days_in_month(c.year, c.month);
	if (c.day > limit)
		c.day = limit;
	return days_of(c);
}

const char *date_text(int32_t day, char *text)
{
	struct civil c = civil_of(day);

	snprintf(text, DATE_TEXT, "%04d-%02d-%02d", (int)(c.year % 10000),
		 (int)(c.month % 100), (int)(c.day % 100));
	return text;
}
