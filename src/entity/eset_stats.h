/*
 * eset_stats.h
 *	  What ANALYZE keeps about a column of entity sets.
 *
 * One slot of kind STATISTIC_KIND_MCELEM, the most common entities:
 *
 *	  values	text[n]			folded name, slash, kind, as 'tiktok/ORG'; sorted by
 *								bytes.  UTF-8 whatever the database's encoding: only
 *								the estimators and the reader of pg_stats see it.
 *	  numbers	float4[n + 7]	share of the rows (not NULL) that have each; then
 *								the smallest and the largest of these, as for every
 *								type, and what follows below
 *
 * and one of kind STATISTIC_KIND_DECHIST: a histogram of the number of entities
 * per row, and at its end their average.
 */
#ifndef ESET_STATS_H
#define ESET_STATS_H

#include "entity/equery.h"

/* Numbers behind the n shares. */
#define ESET_STAT_MIN			0
#define ESET_STAT_MAX			1
#define ESET_STAT_REST_SHARE	2	/* mean share of an entity that is not in the list */
#define ESET_STAT_REST_COUNT	3	/* number of entities that are not in the list */
#define ESET_STAT_SOURCE		4	/* share of all entities of all rows with role source */
#define ESET_STAT_CONTENT		5	/* and with role content */
#define ESET_STAT_SOME			6	/* share of the rows that have an entity at all */
#define ESET_STAT_EXTRA			7

/* Separates name and kind where a key is text. */
#define ESET_STAT_SEPARATOR '/'

/* An element of the list, found in pg_statistic. */
typedef struct ESetStats
{
	Datum	   *values;			/* [n], text */
	const float4 *share;		/* [n + ESET_STAT_EXTRA] */
	int			n;
	double		nullfrac;
} ESetStats;

/*
 * Share of the rows, NULL not counted, that match a query or have an entity,
 * by independence of the names.  stats is NULL where there is none.
 */
extern double eset_estimate_query(const ESetStats *stats, const EQuery *query);
extern double eset_estimate_entity(const ESetStats *stats, const ESetView *view);

#endif							/* ESET_STATS_H */
