/*
 * clm_compile.h
 *	  From cues.tsv of a language folder to the CLAIMS section.
 */
#ifndef CLM_COMPILE_H
#define CLM_COMPILE_H

#include "text/lex.h"
#include "text/uni.h"

/*
 * Append the section to out; nothing where the folder has no cues.tsv.
 * Errors go to stderr as "file:line: what"; the result is their number.
 */
extern int	clm_compile(const char *langdir, const Lexicon *lex, UniBuf *out);

#endif							/* CLM_COMPILE_H */
