/*
 * core_std.c
 *	  core.h outside the server: malloc, no interrupts.
 */
#include "core.h"

#include <stdio.h>
#include <stdlib.h>

static void *
checked(void *ptr, size_t size)
{
	if (ptr == NULL && size != 0)
	{
		fprintf(stderr, "out of memory (%zu bytes)\n", size);
		abort();
	}
	return ptr;
}

void *
core_alloc(size_t size)
{
	return checked(malloc(size ? size : 1), size);
}

void *
core_realloc(void *ptr, size_t size)
{
	return checked(realloc(ptr, size ? size : 1), size);
}

void
core_free(void *ptr)
{
	free(ptr);
}

void
core_poll(void)
{
}

void
core_check_stack(void)
{
}
