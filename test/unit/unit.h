/*
 * unit.h
 *	  A test program of the core rooms: CHECK what must hold, then DONE.
 */
#ifndef UNIT_H
#define UNIT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int	unit_passed, unit_failed;

#define CHECK(cond) \
	do { \
		if (cond) \
			unit_passed++; \
		else \
		{ \
			unit_failed++; \
			printf("%s:%d: failed: %s\n", __FILE__, __LINE__, #cond); \
		} \
	} while (0)

/* The same for two strings, printing both. */
#define CHECK_STR(got, want) \
	do { \
		const char *got_ = (got), *want_ = (want); \
		if (strcmp(got_, want_) == 0) \
			unit_passed++; \
		else \
		{ \
			unit_failed++; \
			printf("%s:%d: got «%s», want «%s»\n", __FILE__, __LINE__, got_, want_); \
		} \
	} while (0)

#define DONE() \
	do { \
		printf("%d passed, %d failed\n", unit_passed, unit_failed); \
		return unit_failed != 0; \
	} while (0)

#endif							/* UNIT_H */
