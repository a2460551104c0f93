/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "unit.h"

static const struct {
	const char *text;
	int32_t first;
	int32_t last;
} dates[] = {
	{ "1970-01-01", 0, 0 },
	{ "1969-12-31", -1, -1 },
	{ "2000-02-29", 11016, 11016 },
	{ "2000-03-01", 11017, 11017 },
	{ "1900-02-28", -25509, -25509 },
	{ "1900-03-01", -25508, -25508 },
	{ "2025-02-10", 20129, 20129 },
	{ "2024-02-29", 19782, 19782 },
	{ "1000-01-01", -354285, -354285 },
	{ "9999-12-31", 2932896, 2932896 },
	{ "2023", 19358, 19722 },
	{ "9999", 2932532, 2932896 },
	{ "1000", -354285, -353921 },
	{ "2023-05", 19478, 19508 },
	{ "2024-02", 19754, 19782 },
	{ "2025-02", 20120, 20147 },
	{ "2025-12", 20423, 20453 },
};

START_TEST(date_is_the_interval_it_may_mean)
{
	struct date d = { 0 };

	ck_assert(date_parse(str_of(dates[_i].text), &d));
	ck_assert(d.known);
	ck_assert_int_eq(d.first, dates[_i].first);
	ck_assert_int_eq(d.last, dates[_i].last);
}
END_TEST

static const char *const no_dates[] = {
	"",
	"2025-13",
	"2025-00",
	"2025-2-1",
	"2025-02-1",
	"2025-2",
	"25-02-10",
	"2025-02-30",
	"2025-02-29",
	"2025-04-31",
	"1900-02-29",
	"2025-01-00",
	"2025-01-32",
	"0999",
	"0999-12-31",
	"0000",
	"999",
	"10000",
	"10000-01-01",
	"2025-",
	"2025-02-",
	"20250210",
	"202502",
	"2025/02/10",
	"2025-02/10",
	"2025_02",
	"10.2.2025",
	" 2025",
	"2025 ",
	"2025-02-10 ",
	"2025-02-1x",
	"2025-02-100",
	"2025-02-10T",
	"+025",
	"-2025",
	"2025--2",
	"2025-+2",
	"2025-02--1",
	"i dag",
	"２０２５",
};

START_TEST(what_is_no_date_is_refused)
{
	struct date d = { true, 7, 8 };

	ck_assert_msg(!date_parse(str_of(no_dates[_i]), &d), "\"%s\" passed",
		      no_dates[_i]);
	ck_assert(d.known && d.first == 7 && d.last == 8);
}
END_TEST

START_TEST(date_ends_where_the_view_ends)
{
	struct date d;

	ck_assert(!date_parse((struct str){ "2025-02-10", 9 }, &d));
	ck_assert(!date_parse((struct str){ "2025-02-10", 6 }, &d));
	ck_assert(date_parse((struct str){ "2025-02-10", 7 }, &d));
	ck_assert_int_eq(d.last, 20147);
	ck_assert(!date_parse((struct str){ 0 }, &d));
}
END_TEST

static int month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* Every day of 1990–2040, counted from 1990-01-01, which is day 7305. */
START_TEST(every_day_goes_there_and_back)
{
	int32_t day = 7305;

	for (int y = 1990; y <= 2040; y++)
		for (int m = 1; m <= 12; m++)
			for (int d = 1; d <= month_days(y, m); d++, day++) {
				char want[40], got[DATE_TEXT];
				struct date date;

				snprintf(want, sizeof(want), "%04d-%02d-%02d",
					 y, m, d);
				ck_assert_str_eq(date_text(day, got), want);
				ck_assert(date_parse(str_of(want), &date));
				ck_assert_int_eq(date.first, day);
				ck_assert_int_eq(date.last, day);
			}
}
END_TEST

START_TEST(months_and_years_are_the_days_in_them)
{
	int32_t day = 7305;

	for (int y = 1990; y <= 2040; y++) {
		char text[40];
		struct date year, month;

		snprintf(text, sizeof(text), "%04d", y);
		ck_assert(date_parse(str_of(text), &year));
		ck_assert_int_eq(year.first, day);
		for (int m = 1; m <= 12; m++) {
			snprintf(text, sizeof(text), "%04d-%02d", y, m);
			ck_assert(date_parse(str_of(text), &month));
			ck_assert_int_eq(month.first, day);
			day += month_days(y, m);
			ck_assert_int_eq(month.last, day - 1);
		}
		ck_assert_int_eq(year.last, day - 1);
	}
}
END_TEST

static const struct {
	const char *text;
	uint32_t count;
	enum span_unit unit;
} durations[] = {
	{ "1 day", 1, SPAN_DAYS },        { "1 days", 1, SPAN_DAYS },
	{ "30 days", 30, SPAN_DAYS },     { "1 month", 1, SPAN_MONTHS },
	{ "12 months", 12, SPAN_MONTHS }, { "1 year", 1, SPAN_YEARS },
	{ "3 years", 3, SPAN_YEARS },     { "9999 days", 9999, SPAN_DAYS },
};

START_TEST(duration_is_number_and_unit)
{
	struct duration d = { 0 };

	ck_assert(duration_parse(str_of(durations[_i].text), &d));
	ck_assert_uint_eq(d.count, durations[_i].count);
	ck_assert_int_eq(d.unit, durations[_i].unit);
}
END_TEST

static const char *const no_durations[] = {
	"",           "12",         "12 ",
	"months",     " months",    "12months",
	"12  months", " 12 months", "12 months ",
	"12\tmonths", "0 days",     "-1 days",
	"+1 days",    "10000 days", "99999999999 days",
	"1,5 years",  "1.5 years",  "12 weeks",
	"12 Months",  "12 month s", "tolv months",
	"12 månader", "12 monthss", "x 12 months",
};

START_TEST(what_is_no_duration_is_refused)
{
	struct duration d = { 7, SPAN_YEARS };

	ck_assert_msg(!duration_parse(str_of(no_durations[_i]), &d),
		      "\"%s\" passed", no_durations[_i]);
	ck_assert(d.count == 7 && d.unit == SPAN_YEARS);
}
END_TEST

static const struct {
	const char *day;
	struct duration span;
	const char *before;
} steps[] = {
	{ "2026-01-31", { 1, SPAN_MONTHS }, "2025-12-31" },
	{ "2026-03-31", { 1, SPAN_MONTHS }, "2026-02-28" },
	{ "2024-03-31", { 1, SPAN_MONTHS }, "2024-02-29" },
	{ "2026-03-28", { 1, SPAN_MONTHS }, "2026-02-28" },
	{ "2026-05-31", { 3, SPAN_MONTHS }, "2026-02-28" },
	{ "2026-07-31", { 1, SPAN_MONTHS }, "2026-06-30" },
	{ "2026-02-28", { 1, SPAN_MONTHS }, "2026-01-28" },
	{ "2026-01-15", { 12, SPAN_MONTHS }, "2025-01-15" },
	{ "2026-01-15", { 13, SPAN_MONTHS }, "2024-12-15" },
	{ "2026-12-01", { 12, SPAN_MONTHS }, "2025-12-01" },
	{ "2024-02-29", { 1, SPAN_YEARS }, "2023-02-28" },
	{ "2024-02-29", { 4, SPAN_YEARS }, "2020-02-29" },
	{ "2000-02-29", { 100, SPAN_YEARS }, "1900-02-28" },
	{ "2024-02-29", { 12, SPAN_MONTHS }, "2023-02-28" },
	{ "2026-03-01", { 3, SPAN_YEARS }, "2023-03-01" },
	{ "2026-03-01", { 1, SPAN_DAYS }, "2026-02-28" },
	{ "2024-03-01", { 1, SPAN_DAYS }, "2024-02-29" },
	{ "2000-03-01", { 1, SPAN_DAYS }, "2000-02-29" },
	{ "1900-03-01", { 1, SPAN_DAYS }, "1900-02-28" },
	{ "2026-01-01", { 365, SPAN_DAYS }, "2025-01-01" },
	{ "1970-01-01", { 1, SPAN_MONTHS }, "1969-12-01" },
};

START_TEST(before_counts_by_the_calendar)
{
	struct date d;
	char text[DATE_TEXT];

	ck_assert(date_parse(str_of(steps[_i].day), &d));
	date_text(date_before(d.first, steps[_i].span), text);
	ck_assert_str_eq(text, steps[_i].before);
}
END_TEST

START_TEST(the_longest_duration_stays_in_order)
{
	struct duration longest = { 9999, (enum span_unit)_i };
	struct date d;
	int32_t early, late;

	ck_assert(date_parse(STR("1000-01-01"), &d));
	early = date_before(d.first, longest);
	ck_assert_int_lt(early, d.first);
	ck_assert(date_parse(STR("9999-12-31"), &d));
	late = date_before(d.first, longest);
	ck_assert_int_lt(late, d.first);
	ck_assert_int_le(early, late);
}
END_TEST

Suite *date_suite(void)
{
	Suite *s = suite_create("date");
	TCase *t = tcase_create("date");

	tcase_add_loop_test(t, date_is_the_interval_it_may_mean, 0, ROWS(dates));
	tcase_add_loop_test(t, what_is_no_date_is_refused, 0, ROWS(no_dates));
	tcase_add_test(t, date_ends_where_the_view_ends);
	tcase_add_test(t, every_day_goes_there_and_back);
	tcase_add_test(t, months_and_years_are_the_days_in_them);
	tcase_add_loop_test(t, duration_is_number_and_unit, 0, ROWS(durations));
	tcase_add_loop_test(t, what_is_no_duration_is_refused, 0,
			    ROWS(no_durations));
	tcase_add_loop_test(t, before_counts_by_the_calendar, 0, ROWS(steps));
	tcase_add_loop_test(t, the_longest_duration_stays_in_order, 0,
			    SPAN_UNITS);
	suite_add_tcase(s, t);
	return s;
}
