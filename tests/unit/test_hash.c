/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "unit.h"

/* The examples of FIPS 180, and some counted with sha256sum. */
static const struct {
	struct str bytes;
	const char *want;
} vectors[] = {
	{ STR_ROW(""),
	  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ STR_ROW("abc"),
	  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
	{ STR_ROW("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
	  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
	{ STR_ROW("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
		  "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
	  "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1" },
	{ { "\0", 1 },
	  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
	{ STR_ROW("åäö"),
	  "5d0d31f63d1712b2ea533b0c4946c2f1014faf152f0c0e5ee5b81c85e8799953" },
};

START_TEST(bytes_give_the_known_digest)
{
	struct arena a = { 0 };

	ASSERT_STR("vector", hash_bytes(&a, vectors[_i].bytes),
		   str_of(vectors[_i].want));
	arena_free(&a);
}
END_TEST

START_TEST(a_million_letters_give_the_known_digest)
{
	struct arena a = { 0 };
	char *text = arena_array(&a, char, 1000000);

	memset(text, 'a', 1000000);
	ASSERT_STR("million", hash_bytes(&a, (struct str){ text, 1000000 }),
		   STR("cdc76e5c9914fb9281a1c7e284d73e67"
		       "f1809a48a497200e046d39ccc7112cd0"));
	arena_free(&a);
}
END_TEST

static const struct {
	struct str parts[3];
	size_t count;
	const char *want;
} parts[] = {
	{ { { 0 } },
	  0,
	  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ { STR_ROW("abc") },
	  1,
	  "dc1114cd074914bd872cc1f9a23ec910ea2203bc79779ab2e17da25782a624fc" },
	{ { STR_ROW("a"), STR_ROW("bc") },
	  2,
	  "aa795aa4bbb6117911ef062e271bcb05ccfd58ea439da7d46a44e3a3fcefa790" },
	{ { { 0 } },
	  1,
	  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
};

START_TEST(each_part_is_closed_by_nul)
{
	struct arena a = { 0 };

	ASSERT_STR("parts", hash_parts(&a, parts[_i].parts, parts[_i].count),
		   str_of(parts[_i].want));
	arena_free(&a);
}
END_TEST

START_TEST(where_a_part_ends_changes_the_hash)
{
	static const struct str cuts[][3] = {
		{ STR_ROW("ab"), STR_ROW("c"), STR_ROW("") },
		{ STR_ROW("a"), STR_ROW("bc"), STR_ROW("") },
		{ STR_ROW(""), STR_ROW("abc"), STR_ROW("") },
		{ STR_ROW("abc"), STR_ROW(""), STR_ROW("") },
	};
	struct arena a = { 0 };
	struct str hashes[4];

	for (int i = 0; i < ROWS(cuts); i++) {
		hashes[i] = hash_parts(&a, cuts[i], 3);
		for (int k = 0; k < i; k++)
			ck_assert(!str_eq(hashes[i], hashes[k]));
	}
	arena_free(&a);
}
END_TEST

Suite *hash_suite(void)
{
	Suite *s = suite_create("hash");
	TCase *t = tcase_create("hash");

	tcase_add_loop_test(t, bytes_give_the_known_digest, 0, ROWS(vectors));
	tcase_add_test(t, a_million_letters_give_the_known_digest);
	tcase_add_loop_test(t, each_part_is_closed_by_nul, 0, ROWS(parts));
	tcase_add_test(t, where_a_part_ends_changes_the_hash);
	suite_add_tcase(s, t);
	return s;
}
