/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef RENDER_ASK_H
#define RENDER_ASK_H

struct page;
struct rule;
struct vocab;

/*
 * What a rule asks for: its head, and the tree of its parts with what makes
 * each of them met.  The vocabulary gives examples of titles and words; it
 * may be NULL.
 */
void ask_put_head(struct page *page, const struct rule *rule);
void ask_put_rule(struct page *page, const struct rule *rule,
		  const struct vocab *vocab);

#endif
