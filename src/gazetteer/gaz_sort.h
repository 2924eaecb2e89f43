/*
 * gaz_sort.h
 *	  Sorting references to strings: a merge sort, since it is n log n for
 *	  every input, can be cancelled, and takes no memory of its own.
 */
#ifndef GAZ_SORT_H
#define GAZ_SORT_H

#include "core.h"

typedef struct GazRef
{
	uint64_t	prefix;			/* compared first: the first bytes, big-endian */
	size_t		at;				/* what it refers to */
} GazRef;

/* Order of two references whose prefixes are equal. */
typedef int (*GazOrder) (size_t a, size_t b, const void *context);

/* tmp has room for n more; the result is in refs. */
extern void gaz_sort(GazRef *refs, GazRef *tmp, size_t n, GazOrder order, const void *context);

extern uint64_t gaz_prefix(const char *s, size_t len);
extern int	gaz_compare(const char *a, size_t a_len, const char *b, size_t b_len);

#endif							/* GAZ_SORT_H */
