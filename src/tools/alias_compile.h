/*
 * alias_compile.h
 *	  From aliases.tsv of a language folder to the ALIASES section.
 */
#ifndef ALIAS_COMPILE_H
#define ALIAS_COMPILE_H

#include "text/uni.h"

/*
 * Append the section to out; nothing where the folder has no aliases.tsv.
 * Errors go to stderr; the result is their number.
 */
extern int	alias_compile(const char *langdir, UniBuf *out);

#endif							/* ALIAS_COMPILE_H */
