/*
 * core.h
 *	  What the core rooms (text, token, paragraph, model, claims) need from
 *	  whoever runs them, and nothing else.
 *
 * The core rooms never include postgres.h.  They call the few functions
 * below, which are bound at link time: glue/core_pg.c maps them to palloc and
 * CHECK_FOR_INTERRUPTS, tools/core_std.c to malloc and nothing.  The same
 * object code runs in the server, in the tools, in the tests and under a
 * fuzzer.
 *
 * An allocation never returns NULL: it does not return at all (ereport in the
 * server, abort elsewhere).  A core room therefore holds nothing but memory
 * from core_alloc, so that an error can drop it together with its memory
 * context.
 */
#ifndef CORE_H
#define CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Size may exceed 1 GB; zero is allowed.  Memory is not cleared. */
extern void *core_alloc(size_t size);
extern void *core_realloc(void *ptr, size_t size);	/* ptr may be NULL */
extern void core_free(void *ptr);	/* ptr may be NULL */

/* Cancel point: may not return in the server. */
extern void core_poll(void);

/* To be called first in every recursion; may not return in the server. */
extern void core_check_stack(void);

/* Poll once in 1,024 steps of a loop that counts i. */
#define CORE_POLL_EVERY(i) \
	do { if (((i) & 1023) == 0) core_poll(); } while (0)

/* What went wrong below the SQL layer; the glue owns the messages. */
typedef enum CoreStatus
{
	CORE_OK = 0,
	CORE_BAD_MODEL,				/* model file damaged or of another version */
	CORE_TOO_LARGE				/* a 32-bit count would overflow */
} CoreStatus;

#define CORE_LIKELY(x)		__builtin_expect(!!(x), 1)
#define CORE_UNLIKELY(x)	__builtin_expect(!!(x), 0)
#define CORE_MIN(a, b)		((a) < (b) ? (a) : (b))
#define CORE_MAX(a, b)		((a) > (b) ? (a) : (b))

#endif							/* CORE_H */
