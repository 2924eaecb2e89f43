/*
 * lex_compile.h
 *	  From the .lex files of a language folder to the LEXICON section.
 */
#ifndef LEX_COMPILE_H
#define LEX_COMPILE_H

#include "text/uni.h"

/*
 * Append the section to out.  Errors go to stderr as "file:line: what"; the
 * result is the number of errors.  The same files give the same bytes.
 */
extern int	lex_compile(const char *langdir, UniBuf *out);

/* Names in a folder that end in suffix, sorted by bytes; for the other compilers. */
extern char **dir_list(const char *dir, const char *suffix, int *n);

/* A whole file, terminated by a zero byte; NULL (and a message) if it cannot be read. */
extern char *file_read(const char *path, size_t *len);

#endif							/* LEX_COMPILE_H */
