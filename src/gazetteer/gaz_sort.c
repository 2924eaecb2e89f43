/*
 * gaz_sort.c
 *	  Bottom-up merge sort of references to strings.
 */
#include "gazetteer/gaz_sort.h"

/* The first 8 bytes as a number that orders as they do. */
uint64_t
gaz_prefix(const char *s, size_t len)
{
	uint64_t	x = 0;

	for (size_t i = 0; i < 8; i++)
		x = x << 8 | (i < len ? (unsigned char) s[i] : 0);
	return x;
}

/* By bytes, the shorter first. */
int
gaz_compare(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t		len = CORE_MIN(a_len, b_len);
	int			c = len > 0 ? memcmp(a, b, len) : 0;

	if (c != 0)
		return c;
	return a_len < b_len ? -1 : a_len > b_len;
}

void
gaz_sort(GazRef *refs, GazRef *tmp, size_t n, GazOrder order, const void *context)
{
	GazRef	   *from = refs;
	GazRef	   *to = tmp;
	size_t		steps = 0;

	for (size_t width = 1; width < n; width *= 2)
	{
		GazRef	   *swap;

		for (size_t lo = 0; lo < n; lo += 2 * width)
		{
			size_t		mid = CORE_MIN(lo + width, n);
			size_t		hi = CORE_MIN(mid + width, n);
			size_t		i = lo;
			size_t		j = mid;

			for (size_t k = lo; k < hi; k++)
			{
				bool		left;

				CORE_POLL_EVERY(++steps);
				if (i == mid || j == hi)
					left = j == hi;
				else if (from[i].prefix != from[j].prefix)
					left = from[i].prefix < from[j].prefix;
				else
					left = order(from[i].at, from[j].at, context) <= 0;
				to[k] = left ? from[i++] : from[j++];
			}
		}
		swap = from;
		from = to;
		to = swap;
	}
	if (from != refs)
		memcpy(refs, from, n * sizeof(GazRef));
}
