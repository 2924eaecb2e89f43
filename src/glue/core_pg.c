/*
 * core_pg.c
 *	  core.h inside the server: palloc, interrupts, stack depth.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "core.h"

void *
core_alloc(size_t size)
{
	return MemoryContextAllocHuge(CurrentMemoryContext, size ? size : 1);
}

void *
core_realloc(void *ptr, size_t size)
{
	if (ptr == NULL)
		return core_alloc(size);
	return repalloc_huge(ptr, size ? size : 1);
}

void
core_free(void *ptr)
{
	if (ptr)
		pfree(ptr);
}

void
core_poll(void)
{
	CHECK_FOR_INTERRUPTS();
}

void
core_check_stack(void)
{
	check_stack_depth();
}
